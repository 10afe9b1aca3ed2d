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

  @Test func readsEveryAnswer() async throws {
    let answers = DemoAccount.files.flatMap { Demo.Answer.all(in: DemoAccount.text(of: $0)) }
      .map { answer in
        Answer(
          operation: answer.operation,
          status: answer.status,
          headers: answer.headers,
          body: Placeholder.filled(answer.body, at: Date(timeIntervalSince1970: 1_795_435_200))
        )
      }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("read_answers.py").path
    let complaints = try await PythonScript(script, keepsComplaints: true)
      .result(of: try JSONEncoder().encode(answers)).text
    #expect(complaints == "\(answers.count) answers are as botocore expects\n")
  }
}
