import Checks

/// What a list of rows comes to, as the exit code of a command says it.
package enum Verdict: Int32, Sendable {
  /// Nothing asks for anybody.
  case fine = 0
  /// Something alerts, or a person judged a row not compliant.
  case alert = 1
  /// Nothing alerts, but something is not known: evidence is missing, a row never ran, or a manual
  /// row was never reviewed or has expired.
  case undecided = 2

  package init(of standings: some Sequence<Standing>) {
    let verdicts = standings.map { Self(of: $0) }
    self =
      if verdicts.contains(.alert) {
        .alert
      } else if verdicts.contains(.undecided) {
        .undecided
      } else {
        .fine
      }
  }

  private init(of standing: Standing) {
    self =
      switch standing {
      case .alert, .notCompliant: .alert
      case .unknown, .neverRun, .neverReviewed, .expired: .undecided
      case .ok, .warning, .nothingToCheck, .reviewed, .dueSoon, .changed,
        .attestedNotApplicable:
        .fine
      }
  }

  package var exitCode: Int32 { rawValue }
}
