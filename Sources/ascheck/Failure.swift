import ArgumentParser
import Domain

/// What ends the program early, in words for the person at the keyboard.
struct Failure: Error {
  /// What happened, and where.
  let problem: Text
  /// What to do next.
  let hint: Text
  let exitCode: ExitCode

  init(_ problem: Text, hint: Text, exitCode: ExitCode = .programFailed) {
    self.problem = problem.clause
    self.hint = hint
    self.exitCode = exitCode
  }
}

extension ExitCode {
  /// Something alerts.
  static let alert = ExitCode(1)
  /// Nothing alerts, but something is unknown or a manual row is due.
  static let undecided = ExitCode(2)
  static let usage = ExitCode(64)
  static let programFailed = ExitCode(70)
}

extension Text {
  /// Without a period at its end: a problem is followed by its hint, in a sentence of its own.
  fileprivate var clause: Text {
    Text(
      en: en.hasSuffix(".") ? String(en.dropLast()) : en,
      ja: ja.hasSuffix("。") ? String(ja.dropLast()) : ja
    )
  }
}
