import Foundation
import TestSupport
import Testing

/// A script of `Fixtures`, run by the Python that has botocore.
final class PythonScript {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(_ name: String, _ arguments: String...) throws {
    let python = try #require(
      ProcessInfo.processInfo.environment["ASCHECK_TEST_PYTHON"],
      "ASCHECK_TEST_PYTHON must name a Python that has botocore; Tests/run sets it up"
    )
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script.path] + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.start()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The first line of what it prints, after which it may go on.
  func line<Value: Decodable>(_: Value.Type) throws -> Value {
    var bytes = Data()
    while bytes.last != 10 {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      bytes += more
    }
    return try JSONDecoder().decode(Value.self, from: bytes)
  }

  /// What it answers to this input.
  func answer<Value: Decodable>(_: Value.Type, to value: some Encodable) throws -> Value {
    let handle = input.fileHandleForWriting
    try handle.write(contentsOf: try JSONEncoder().encode(value) + Data([10]))
    try handle.close()
    return try line(Value.self)
  }
}
