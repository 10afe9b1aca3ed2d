import Foundation
import Testing

@testable import AWSClient

struct SettingsFileTests {
  @Test func readsAFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "ascheck-\(UUID())").path
    try Data("[default]\n".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try SettingsFile.read(path) == "[default]\n")
  }

  @Test func noFileIsNoError() throws {
    #expect(try SettingsFile.read("/nonexistent/ascheck/credentials") == nil)
  }

  @Test func aFolderIsNotAFile() {
    #expect(throws: SettingsError.self) { try SettingsFile.read("/") }
  }
}
