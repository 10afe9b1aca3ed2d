import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// What somebody decided on a screen, before it has an id and a time.
package indirect enum Decision: Hashable, Sendable {
  case attest(AttestationDraft)
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
    case .attest(let draft): .attestation(Attestation(id: id, draft, recordedAt: now))
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
    case .attest(let draft): draft.receipt
    case .withdraw(let it, _):
      Text(
        en: "\(it.row): the evaluation is withdrawn; <u> puts it back",
        ja: "\(it.row) の評価を取り消しました。<u> で元に戻せます"
      )
    case .except(.regions(let regions), _):
      Text(
        en: "out of scope until the end date: \(regions.names)",
        ja: "期限まで対象外にしました: \(regions.names)"
      )
    case .except(let scope, _):
      Text(
        en: "accepted: \(scope.words.en.sanitized); <u> takes it back",
        ja: "例外として登録しました: \(scope.words.ja.sanitized)。<u> で取り消せます"
      )
    case .renew:
      Text(
        en: "the exception is renewed; <u> takes it back",
        ja: "例外を更新しました。<u> で元に戻せます"
      )
    case .end:
      Text(
        en: "the exception is ended, its findings count again; <u> puts it back",
        ja: "例外を終了し、対象の検出を再び集計します。<u> で元に戻せます"
      )
    }
  }
}

extension [Region] {
  fileprivate var names: String { map(\.name).joined(separator: ", ").sanitized }
}

extension AttestationDraft {
  /// One for each row that it answers.
  var decisions: [Decision] { ([self] + others).map(Decision.attest) }

  /// Said once it is written down.
  var receipt: Text {
    let names = ([self] + others).map(\.row.description).joined(separator: ", ")
    return Text(
      en: "\(names): the evaluation is recorded; <u> takes it back",
      ja: "\(names) の評価を記録しました。<u> で取り消せます"
    )
  }
}

extension Attestation {
  fileprivate init(id: String, _ draft: AttestationDraft, recordedAt: Date) {
    self.init(
      id: id,
      row: draft.row,
      outcome: draft.outcome,
      note: draft.note,
      reviewer: draft.reviewer,
      link: draft.link,
      attestedAt: draft.attestedAt,
      recordedAt: recordedAt,
      facts: draft.facts
    )
  }
}
