import Domain
import Testing

@testable import App

struct CodeQuestionsTests {
  @Test func waitsForTheCodeThatIsTyped() async throws {
    let questions = CodeQuestions()
    questions.connect { message in
      guard case .codeWanted(let question) = message else { return }
      questions.answer(question.number, with: "\(question.serial)-\(question.isAgain)")
    }
    #expect(try await questions.code(of: "me", isAgain: true) == "me-true")
  }

  @Test func givesUpWithThePerson() async {
    let questions = CodeQuestions()
    let closed = Locked<[Int]>([])
    questions.connect { message in
      switch message {
      case .codeWanted(let question): questions.answer(question.number, with: nil)
      case .codeNotWanted(let number): closed.withLock { $0.append(number) }
      default: break
      }
    }
    await #expect(throws: CancellationError.self) {
      try await questions.code(of: "me", isAgain: false)
    }
    #expect(closed.withLock { $0 } == [1])
  }

  @Test func endsWithTheScanThatAsked() async {
    let questions = CodeQuestions()
    questions.connect { _ in }
    let scan = Task { try await questions.code(of: "me", isAgain: false) }
    scan.cancel()
    await #expect(throws: CancellationError.self) { try await scan.value }
  }

  @Test func asksNobodyBeforeThereIsAScreen() async {
    await #expect(throws: CancellationError.self) {
      try await CodeQuestions().code(of: "me", isAgain: false)
    }
  }
}
