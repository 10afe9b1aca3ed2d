import Foundation
import Testing

@testable import StateStore

struct ViewFileTests {
  @Test func isReadAsItWasWrittenAndByItsOwnerOnly() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/view-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = ViewFile(beside: "\(folder)/deep/state.json", of: "a/b")
    #expect(file.path == "\(folder)/deep/state.json.view-a_b")
    #expect(try file.read() == [])
    try file.write([1, 2])
    try file.write([3])
    #expect(try file.read() == [3])
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func saysThatItCannotBeWritten() {
    let file = ViewFile(beside: "/dev/null/state.json", of: "a")
    #expect(throws: StateError.self) { try file.write([1]) }
  }
}
