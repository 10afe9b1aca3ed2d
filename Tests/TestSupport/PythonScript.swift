import Foundation

/// A script run by the Python that has `Tests/requirements.txt`.
///
/// It is read on a thread of its own: those that run tests are few, and Python takes its time.
package final class PythonScript: Sendable {
  package struct Missing: Error, CustomStringConvertible {
    package let description =
      "ASCHECK_TEST_PYTHON must name a Python that has Tests/requirements.txt; Tests/run sets it"
  }

  package struct Output: Sendable {
    package let code: Int32
    /// What was printed, complaints included.
    package let text: String
  }

  private let process: Process
  private let input = Pipe()
  private let output = Pipe()

  /// `script` is an absolute path, or what else Python takes first.
  package init(_ script: String, _ arguments: [String] = [], keepsComplaints: Bool = false) throws {
    guard let python = ProcessInfo.processInfo.environment["ASCHECK_TEST_PYTHON"] else {
      throw Missing()
    }
    process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script] + arguments
    process.standardInput = input
    process.standardOutput = output
    if keepsComplaints { process.standardError = output }
    try process.start()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    try? output.fileHandleForReading.close()
  }

  /// The first line of what it prints, after which it may go on.
  package func line<Value: Decodable & Sendable>(_: Value.Type) async throws -> Value {
    try await onThread {
      var bytes = Data()
      while bytes.last != 10 {
        let more = self.output.fileHandleForReading.availableData
        if more.isEmpty { break }
        bytes += more
      }
      return try JSONDecoder().decode(Value.self, from: bytes)
    }
  }

  /// What it answers to this input.
  package func answer<Value: Decodable & Sendable>(
    _: Value.Type,
    to value: some Encodable
  ) async throws -> Value {
    let line = try JSONEncoder().encode(value) + Data([10])
    try await feed(line)
    return try await self.line(Value.self)
  }

  /// All it prints until it ends.
  package func result(of input: Data = Data()) async throws -> Output {
    async let fed: Void = feed(input)
    let text = try await onThread { [self] in
      let text = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: text, as: UTF8.self)
    }
    try await fed
    return Output(code: process.terminationStatus, text: text)
  }

  private func feed(_ bytes: Data) async throws {
    try await onThread { [self] in
      try input.fileHandleForWriting.write(contentsOf: bytes)
      try input.fileHandleForWriting.close()
    }
  }

  private func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
  }
}
