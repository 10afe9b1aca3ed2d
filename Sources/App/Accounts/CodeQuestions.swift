import Domain

/// Codes of MFA devices that sign-ins wait for while the screen asks for them.
package final class CodeQuestions: Sendable {
  private struct State {
    var last = 0
    var waiting: [Int: CheckedContinuation<String?, Never>] = [:]
    var post: (@Sendable (Message) -> Void)?
  }

  private let state = Locked(State())

  package init() {}

  /// Before this, nobody is asked.
  package func connect(_ post: @escaping @Sendable (Message) -> Void) {
    state.withLock { $0.post = post }
  }

  /// The code of the device with this serial number; throws when the person gives up.
  ///
  /// `isAgain` when AWS refused the one before.
  @Sendable package func code(of serial: String, isAgain: Bool) async throws -> String {
    let (number, post) = state.withLock { state in
      state.last += 1
      return (state.last, state.post)
    }
    guard let post else { throw CancellationError() }
    let code = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isCancelled = state.withLock { state in
          if !Task.isCancelled { state.waiting[number] = continuation }
          return Task.isCancelled
        }
        if isCancelled { return continuation.resume(returning: nil) }
        post(.codeWanted(CodeQuestion(number: number, serial: serial, isAgain: isAgain)))
      }
    } onCancel: {
      answer(number, with: nil)
    }
    guard let code else {
      post(.codeNotWanted(number))
      throw CancellationError()
    }
    return code
  }

  /// `nil` gives the sign-in up; late answers are for nobody.
  package func answer(_ number: Int, with code: String?) {
    let waiting = state.withLock { $0.waiting.removeValue(forKey: number) }
    waiting?.resume(returning: code)
  }
}

/// One wait for a code.
package struct CodeQuestion: Hashable, Sendable {
  package let number: Int
  /// The device's serial number or ARN.
  package let serial: String
  /// AWS refused the code before.
  package let isAgain: Bool

  package init(number: Int, serial: String, isAgain: Bool) {
    self.number = number
    self.serial = serial
    self.isAgain = isAgain
  }
}
