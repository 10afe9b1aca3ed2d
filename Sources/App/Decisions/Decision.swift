import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// What somebody decided on a screen, before it has an id and a time.
package enum Decision: Hashable, Sendable {
  case withdraw(Attestation, by: String)
  case except(Suppression.Scope, Terms)
  case renew(Suppression.ID, Terms)
  case end(Suppression.ID, by: String)

  /// Why, by whom and until when something is accepted.
  package struct Terms: Hashable, Sendable {
    package var reason: String
    package var person: String
    package var until: Date
  }

  /// As the log keeps it.
  package func entry(id: String, at now: Date) -> LogEntry {
    switch self {
    case .withdraw(let attestation, let person):
      .withdrawal(Withdrawal(id: id, of: attestation.id, by: person, recordedAt: now))
    case .except(let scope, let terms):
      .exception(
        Suppression(
          id: id,
          scope: scope,
          reason: terms.reason,
          person: terms.person,
          recordedAt: now,
          until: terms.until
        )
      )
    case .renew(let suppression, let terms):
      .renewal(
        Suppression.Renewal(
          id: id,
          of: suppression,
          until: terms.until,
          by: terms.person,
          reason: terms.reason,
          recordedAt: now
        )
      )
    case .end(let suppression, let person):
      .ending(Suppression.Ending(id: id, of: suppression, by: person, recordedAt: now))
    }
  }

  /// Said once it is written down.
  var receipt: Text {
    switch self {
    case .withdraw(let it, _):
      Text(
        en: "\(it.row): the evaluation is withdrawn; both stay in the history",
        ja: "\(it.row) の評価を取り消しました。履歴には両方残ります"
      )
    case .except(.regions(let regions), _):
      Text(
        en: "out of scope until the end date: \(regions.names)",
        ja: "期限まで対象外にしました: \(regions.names)"
      )
    case .except(let scope, _):
      Text(
        en: "accepted until the end date: \(scope.words.en.sanitized)",
        ja: "例外として登録しました: \(scope.words.ja.sanitized)"
      )
    case .renew: Text(en: "the exception is renewed", ja: "例外を更新しました")
    case .end:
      Text(
        en: "the exception is ended; its findings count again",
        ja: "例外を終了しました。対象の検出は再び集計されます"
      )
    }
  }
}

extension [Region] {
  fileprivate var names: String { map(\.name).joined(separator: ", ").sanitized }
}
