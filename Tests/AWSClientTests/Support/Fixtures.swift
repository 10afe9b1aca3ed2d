import Foundation
import TestSupport

/// A script of the folder `Fixtures`.
func fixture(_ name: String, _ arguments: String...) throws -> PythonScript {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures")
  return try PythonScript(folder.appendingPathComponent(name).path, arguments)
}
