import Foundation
import Testing

@testable import AWSClient

struct SettingsFileReplaceTests {
  @Test func replacesAFileForItsOwnerAlone() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("token.json").path
    try "old and longer".write(toFile: path, atomically: false, encoding: .utf8)
    try SettingsFile.replace(path, "new")
    #expect(try SettingsFile.read(path) == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["token.json"])
  }

  @Test func aFolderThatIsNotThereIsSaidToBeSo() {
    #expect(
      throws: SettingsError.fileUnwritable(
        path: "/nonexistent/x",
        reason: "No such file or directory"
      )
    ) {
      try SettingsFile.replace("/nonexistent/x", "new")
    }
  }
}
