import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// What is asked before a decision is taken back.
extension Question {
  /// `nil` where nothing stands.
  static func withdrawal(of row: Board.Row?, on board: Board?) -> Question? {
    guard let board, let attestation = row?.review.attestation else { return nil }
    let date = board.dates.date(attestation.attestedAt)
    let (words, who) = (attestation.outcome.words, attestation.reviewer.sanitized)
    return Question(
      Text(
        en: "Withdraw the evaluation of \(attestation.row), \(words.en), \(date.en), by \(who)?",
        ja: "\(attestation.row) の評価 (\(words.ja)、\(date.ja)、\(who)) を取り消しますか"
      ),
      yes: Text(en: "withdraw", ja: "取り消す"),
      step: .decide(.withdraw(attestation, by: board.reviewer))
    )
  }

  static func end(of suppression: Suppression, by person: String) -> Question {
    let scope = suppression.scope.words
    return Question(
      Text(
        en: "End the exception of \(scope.en.sanitized)? Its findings count again",
        ja: "\(scope.ja.sanitized) の例外を終了しますか。対象の検出は再び集計されます"
      ),
      yes: Text(en: "end it", ja: "終了"),
      step: .decide(.end(suppression.id, by: person))
    )
  }
}
