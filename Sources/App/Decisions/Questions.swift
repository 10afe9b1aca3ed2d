import Checks
import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// What is asked before decisions that are not filled in.
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

  /// Renews what was said of each row last, by whoever sits here, today; `nil` where nothing was.
  static func renewal(of rows: [Board.Row], on board: Board) -> Question? {
    let drafts = rows.compactMap { AttestationDraft(renewing: $0, on: board) }
    guard var first = drafts.first else { return nil }
    first.others = Array(drafts.dropFirst())
    let names = drafts.map(\.row.description).joined(separator: ", ")
    let person = board.reviewer.sanitized
    return Question(
      Text(
        en: "Renew \(names), each as it was judged last, by \(person)?",
        ja: "\(names) を、それぞれ前回と同じ評価で更新しますか (評価者 \(person))"
      ),
      yes: Text(en: "renew", ja: "更新"),
      step: .record(first)
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

extension AttestationDraft {
  /// With the facts of today; `nil` for a row without an evaluation.
  fileprivate init?(renewing row: Board.Row, on board: Board) {
    guard row.check.isManual, let last = board.attestations(of: row.id).first else { return nil }
    self.init(
      row: row.id,
      outcome: last.outcome,
      note: last.note,
      reviewer: board.reviewer,
      link: last.link,
      attestedAt: board.now,
      facts: row.judgement.evidence?.evidence.material
    )
  }
}
