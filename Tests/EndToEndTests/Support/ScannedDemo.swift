import Foundation
import Testing

/// What a scan of the demo account leaves behind: scanned once, copied for every test.
enum ScannedDemo {
  private static let files = Task {
    let folder = TemporaryFolder()
    let outcome = try await Command(
      arguments: ["demo", "--state", "state.json", "--format", "json"],
      folder: folder
    ).run()
    try #require(outcome.code == 1, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    return try names.map { ($0, try folder.text(of: $0)) }
  }

  /// The state is in `state.json`.
  static func write(to folder: TemporaryFolder) async throws {
    for (name, text) in try await files.value { try folder.write(text, to: name) }
  }
}
