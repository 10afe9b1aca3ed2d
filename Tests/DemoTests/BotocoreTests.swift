import Foundation
import TestSupport
import Testing

@testable import Demo

/// The answers are as AWS sends them if AWS's own Python library reads them.
struct BotocoreTests {
  private struct Answer: Encodable {
    let operation: String
    let status: Int
    let headers: [String: String]
    let body: String
  }

  @Test func readsEveryAnswer() throws {
    let python = try #require(
      ProcessInfo.processInfo.environment["ASCHECK_TEST_PYTHON"],
      "ASCHECK_TEST_PYTHON must name a Python that has botocore; Tests/run sets it up"
    )
    let answers = DemoAccount.files.flatMap { Demo.Answer.all(in: DemoAccount.text(of: $0)) }
      .map { answer in
        Answer(
          operation: answer.operation,
          status: answer.status,
          headers: answer.headers,
          body: Placeholder.filled(answer.body, at: Date(timeIntervalSince1970: 1_795_435_200))
        )
      }
    let complaints = try output(of: python, fed: try JSONEncoder().encode(answers))
    #expect(complaints == "\(answers.count) answers are as botocore expects\n")
  }

  private func output(of python: String, fed input: Data) throws -> String {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("read_answers.py")
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script.path]
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = output
    try process.start()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }
}
