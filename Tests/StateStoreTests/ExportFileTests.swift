import Domain
import Foundation
import Testing

@testable import StateStore

struct ExportFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/export-\(UUID().uuidString)"

  private func exported<Value>(_ body: (ExportFile) throws -> Value) throws -> Value {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(ExportFile(folder: folder, home: "\(folder)/home"))
  }

  @Test func givesItsOwnNamesNumbers() throws {
    try exported { file in
      for name in ["rows.csv", "rows-2.csv", "rows-3.csv"] {
        let path = try file.write([1], to: nil, named: "rows.csv", replacing: false)
        #expect(path == "\(folder)/\(name)")
      }
    }
  }

  @Test func isForItsOwnerOnly() throws {
    try exported { file in
      let path = try file.write([1, 2], to: "a.csv", named: "rows.csv", replacing: false)
      #expect(path == "\(folder)/a.csv")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func replacesAFileOnlyWhenItIsToldTo() throws {
    try exported { file in
      let path = try file.write([1], to: "a.csv", named: "rows.csv", replacing: false)
      #expect(throws: ExportError.taken(path)) {
        try file.write([2], to: "a.csv", named: "rows.csv", replacing: false)
      }
      #expect(FileManager.default.contents(atPath: path) == Data([1]))
      _ = try file.write([2], to: "a.csv", named: "rows.csv", replacing: true)
      #expect(FileManager.default.contents(atPath: path) == Data([2]))
    }
  }

  @Test func goesIntoAFolderUnderItsOwnName() throws {
    try exported { file in
      let home = "\(folder)/home"
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      for place in ["home", "home/", "~", "~/"] {
        let path = try file.write([1], to: place, named: "rows.csv", replacing: false)
        #expect(path.hasPrefix("\(home)/rows"), "\(path)")
      }
    }
  }

  @Test func saysWhereItCannotBeWritten() throws {
    try exported { file in
      do throws(ExportError) {
        _ = try file.write([1], to: "no/such/a.csv", named: "rows.csv", replacing: false)
        Issue.record("it was written")
      } catch {
        #expect(
          error.problem.en == "\(folder)/no/such/a.csv cannot be written: No such file or directory"
        )
        #expect(error.hint.en.contains(":write csv ~/rows.csv"))
      }
    }
  }
}
