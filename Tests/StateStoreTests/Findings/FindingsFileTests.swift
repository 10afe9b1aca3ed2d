import Domain
import Foundation
import Testing

@testable import StateStore

/// A findings file can always be made again, so nothing that happens to it stops anybody.
struct FindingsFileTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    _ = try folder.store().record(.sample(["ASC 07": [.volume("a")], "ASC 12": [.volume("x")]]))
  }

  @Test func aMissingFileCountsAsNoneAndIsSaid() throws {
    let path = "\(folder.path)/\(try name())"
    try FileManager.default.removeItem(atPath: path)
    let found = try folder.store().savedFindings(of: account)
    #expect(found.rows == [:])
    #expect(found.notice?.en.contains("\(path) is missing") == true)
    #expect(found.notice?.ja.contains("\(path) がありません") == true)
  }

  @Test(arguments: ["", "no JSON", "{\"format\":\"other\"}\n"])
  func anotherContentCountsAsNoneAndIsSaid(_ text: String) throws {
    try folder.write(text, to: name())
    let found = try folder.store().savedFindings(of: account)
    #expect(found.rows == [:])
    #expect(found.notice?.en.contains("is damaged") == true)
  }

  @Test func oneChangedByteIsNoticed() throws {
    let text = try folder.text(name())
    try folder.write(text.replacing("gp3", with: "gp2"), to: name())
    #expect(try folder.store().savedFindings(of: account).notice != nil)
  }

  @Test func anUnreadableFileCountsAsNoneAndIsSaid() throws {
    let name = try name()
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/\(name)",
      withIntermediateDirectories: false
    )
    let found = try folder.store().savedFindings(of: account)
    #expect(found.notice?.en.contains("cannot be read") == true)
  }

  @Test func aScanBringsBackItsRowsAndTheOthersAreSaidToBeLost() throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(try name())")
    _ = try folder.store().record(.sample(["ASC 07": [.volume("a")]], minutes: 1))
    let found = try folder.store().savedFindings(of: account)
    #expect(found.rows["ASC 07"]?.count == 1)
    #expect(found.notice?.en == "The findings of ASC 12 are lost. Scan again to see them.")
  }

  @Test func theOldFileGoesWhenTheNewOneIsNamed() throws {
    let old = try name()
    _ = try folder.store().record(.sample(["ASC 07": []], minutes: 1))
    #expect(try name() != old)
  }

  /// The lines of rows that were not scanned are not even read.
  @Test func copiesOtherRowsAsTheyAre() throws {
    let before = try folder.text(name()).split(separator: "\n").filter { $0.contains("ASC 12") }
    _ = try folder.store().record(.sample(["ASC 03": [.volume("r")], "ASC 07": []], minutes: 1))
    let lines = try folder.text(name()).split(separator: "\n")
    #expect(lines.filter { $0.contains("ASC 12") } == before)
    #expect(lines.filter { $0.hasPrefix(#"{"past":"ASC 07""#) }.count == 1)
    #expect(lines.count == 4)
  }

  private func name() throws -> String {
    try #require(try folder.findingsName())
  }
}
