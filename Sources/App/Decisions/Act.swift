import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// What was written down in one go, and is taken back in one go.
package struct Act: Equatable, Sendable {
  let entries: [LogEntry]
  /// What it did, such as `evaluation of ASC 09`; what takes it back keeps the name.
  let words: Text

  package init(_ entries: [LogEntry], in log: Log) {
    self.init(entries, Self.words(for: entries, in: log))
  }

  init(_ entries: [LogEntry], _ words: Text) {
    self.entries = entries
    self.words = words
  }

  /// Whether this wrote the entry down.
  func wrote(_ id: LogEntry.ID) -> Bool { entries.contains { $0.id == id } }

  private static func words(for entries: [LogEntry], in log: Log) -> Text {
    let rows = entries.compactMap { row(of: $0, in: log) }
    let names = rows.map(\.description).joined(separator: ", ")
    let target = entries.first.flatMap { scope(of: $0, in: log) }?.words
    let (en, ja) = (target?.en.sanitized ?? "", target?.ja.sanitized ?? "")
    switch entries.first {
    case nil, .attestation?: return Text(en: "evaluation of \(names)", ja: "\(names) の評価の記録")
    case .withdrawal?: return Text(en: "withdrawal for \(names)", ja: "\(names) の評価の取消")
    case .exception?: return Text(en: "exception of \(en)", ja: "\(ja) の例外の登録")
    case .renewal?: return Text(en: "renewal for \(en)", ja: "\(ja) の例外の更新")
    case .ending?: return Text(en: "end of the exception of \(en)", ja: "\(ja) の例外の終了")
    }
  }

  private static func row(of entry: LogEntry, in log: Log) -> CheckID? {
    switch entry {
    case .attestation(let it): it.row
    case .withdrawal(let it): log.attestations.first { $0.id == it.attestation }?.row
    case .exception, .renewal, .ending: nil
    }
  }

  private static func scope(of entry: LogEntry, in log: Log) -> Suppression.Scope? {
    switch entry {
    case .attestation, .withdrawal: nil
    case .exception(let it): it.scope
    case .renewal(let it): log.suppression(it.suppression)?.scope
    case .ending(let it): log.suppression(it.suppression)?.scope
    }
  }
}

/// Taking an act back, or doing one again that was taken back.
package enum Direction: Hashable, Sendable {
  case back, again
}

/// The decisions that undo an act, and what is said when they are written down.
package struct Reversal: Hashable, Sendable {
  let direction: Direction
  let decisions: [Decision]
  let words: Text

  /// Nothing is erased: what undoes an entry is another entry.
  var receipt: Text {
    switch direction {
    case .back:
      Text(
        en: "taken back: \(words.en); <U> does it again",
        ja: "元に戻しました: \(words.ja)。<U> でやり直せます"
      )
    case .again:
      Text(
        en: "done again: \(words.en); <u> takes it back",
        ja: "やり直しました: \(words.ja)。<u> で元に戻せます"
      )
    }
  }
}

// MARK: Undoing

extension Act {
  /// What would undo it for a person, or why nothing can.
  func reversal(
    _ direction: Direction,
    in log: Log,
    by person: String,
    at now: Date
  ) -> Result<Reversal, LogRefusal> {
    let decisions = entries.reversed().compactMap { $0.inverse(in: log, by: person, at: now) }
    let refusals = decisions.map { log.refusal(of: $0.entry(id: "", at: now)) }
    let possible = zip(decisions, refusals).filter { $0.1 == nil }.map(\.0)
    guard let refusal = refusals.compactMap({ $0 }).first, possible.isEmpty else {
      return .success(Reversal(direction: direction, decisions: possible, words: words))
    }
    return .failure(refusal)
  }
}

extension LogEntry {
  /// The decision that undoes this one; `nil` where a later one has taken its place.
  fileprivate func inverse(in log: Log, by person: String, at now: Date) -> Decision? {
    switch self {
    case .attestation(let it): .withdraw(it, by: person)
    case .withdrawal(let it):
      log.attestations.first { $0.id == it.attestation }
        .map { .attest(AttestationDraft(restoring: $0, for: person)) }
    case .exception(let it): .end(it.id, by: person)
    case .renewal(let it): it.inverse(in: log, by: person, at: now)
    case .ending(let it): log.suppression(it.suppression).map { .restored($0, by: person) }
    }
  }
}

extension Suppression.Renewal {
  /// The end that there was before; where that has passed, the exception ends.
  fileprivate func inverse(in log: Log, by person: String, at now: Date) -> Decision? {
    guard let it = log.suppression(suppression), it.renewals.last?.id == id else { return nil }
    let before = it.renewals.dropLast().last?.until ?? it.until
    guard before > now else { return .end(suppression, by: person) }
    return .renew(suppression, .init(reason: reason, person: person, until: before))
  }
}

extension Decision {
  /// The same exception anew, until the same day.
  fileprivate static func restored(_ it: Suppression, by person: String) -> Self {
    let reason = it.reason.restored(by: person == it.person ? nil : person)
    return .except(it.scope, .init(reason: reason, person: it.person, until: it.expiresAt))
  }
}

extension AttestationDraft {
  /// As it was judged, on the day it was judged.
  fileprivate init(restoring it: Attestation, for person: String) {
    self.init(
      row: it.row,
      outcome: it.outcome,
      note: it.note.restored(by: person == it.reviewer ? nil : person),
      reviewer: it.reviewer,
      link: it.link,
      attestedAt: it.attestedAt,
      facts: it.facts
    )
  }
}

extension String {
  /// Names whoever put back what another person had written, so that nobody is taken for both.
  fileprivate func restored(by person: String?) -> String {
    guard let person else { return self }
    let mark = " (restored by \(person))"
    return hasSuffix(mark) ? self : self + mark
  }
}
