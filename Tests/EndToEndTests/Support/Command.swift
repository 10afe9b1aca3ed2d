import Foundation
import TestSupport
import Testing

/// Runs the built program, or another one, and waits for it, not for ever.
///
/// No thread is held meanwhile: other tests need the few there are.
struct Command {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String

    /// The one JSON object on standard output.
    func json() throws -> [String: Any] {
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(object as? [String: Any], "not an object: \(output.prefix(200))")
    }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Beside the test bundle, wherever the build folder is.
  static let ascheck = Bundle.main.bundleURL.appendingPathComponent("ascheck").path

  /// The interpreter that has moto; `Tests/run` sets it.
  static func python() throws -> String {
    try #require(
      ProcessInfo.processInfo.environment["ASCHECK_TEST_PYTHON"],
      "set ASCHECK_TEST_PYTHON to a Python that has Tests/requirements.txt, as Tests/run does"
    )
  }

  var program = Self.ascheck
  var arguments: [String]
  var environment: [String: String] = [:]
  /// Where it runs, and its home: never the tester's own.
  var folder: TemporaryFolder?
  var limit: TimeInterval = 60
  /// Called with the process id once it runs.
  var meanwhile: (Int32) async throws -> Void = { _ in }

  func run() async throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder?.url
    process.environment = environment.merging(
      ["HOME": folder?.url.path ?? "/nonexistent", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    ) { own, _ in own }
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (Collector(), Collector())
    process.standardOutput = output.pipe
    process.standardError = errors.pipe
    try process.start()
    let clock = Date()
    try await meanwhile(process.processIdentifier)
    while process.isRunning {
      guard Date().timeIntervalSince(clock) < limit else {
        process.terminate()
        throw TimeLimitExceeded(arguments: arguments)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
    return Outcome(code: process.terminationStatus, output: output.text(), errors: errors.text())
  }
}

struct TimeLimitExceeded: Error {
  let arguments: [String]
}

/// Reads a pipe while the program writes, so that neither waits for the other.
///
/// The pipe is closed at the end, for the thread keeps it: beyond some thousand open descriptors
/// `Process` reads past the end of the list that it makes of them.
private final class Collector: @unchecked Sendable {
  let pipe = Pipe()
  private let done = DispatchSemaphore(value: 0)
  private var data = Data()

  init() {
    Thread.detachNewThread { [self] in
      data = pipe.fileHandleForReading.readDataToEndOfFile()
      try? pipe.fileHandleForReading.close()
      done.signal()
    }
  }

  func text() -> String {
    done.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
