import Checks
import Domain

/// What an entry of the log says, in a line.
package struct EntryWords {
  package let kind: Text
  /// Not clean yet.
  package let detail: Text

  package init(_ entry: LogEntry, in log: Log) {
    switch entry {
    case .attestation(let it):
      kind = Text(en: "evaluation", ja: "評価")
      detail = Text(
        en: "\(it.row) \(it.outcome.words.en): \(it.note)",
        ja: "\(it.row) \(it.outcome.words.ja): \(it.note)"
      )
    case .withdrawal(let it):
      let row = log.attestations.first { $0.id == it.attestation }?.row.description ?? ""
      kind = Text(en: "withdrawal", ja: "取り消し")
      detail = Text(en: "\(row) \(it.reason)", ja: "\(row) \(it.reason)")
    case .exception(let it):
      kind = Text(en: "exception", ja: "例外")
      detail = Self.joined(it.scope.words, it.reason)
    case .renewal(let it):
      kind = Text(en: "exception renewed", ja: "例外の更新")
      detail = Self.detail(it.suppression, it.reason, log)
    case .ending(let it):
      kind = Text(en: "exception ended", ja: "例外の終了")
      detail = Self.detail(it.suppression, it.reason, log)
    }
  }

  private static func detail(_ id: Suppression.ID, _ reason: String, _ log: Log) -> Text {
    let scope = log.suppression(id)?.scope.words ?? Text(en: id, ja: id)
    return reason.isEmpty ? scope : joined(scope, reason)
  }

  private static func joined(_ scope: Text, _ reason: String) -> Text {
    Text(en: "\(scope.en): \(reason)", ja: "\(scope.ja): \(reason)")
  }
}

extension Suppression.Scope {
  /// What it covers, in a line that is not clean yet.
  package var words: Text {
    switch self {
    case .findings(let targets):
      let rows = Set(targets.map(\.row)).sorted().map(\.description).joined(separator: ", ")
      if let only = targets.first, targets.count == 1 {
        return Text(en: "\(rows) \(only.resource)", ja: "\(rows) \(only.resource)")
      }
      return Text(en: "\(rows) \(targets.count) findings", ja: "\(rows) 検出\(targets.count)件")
    case .pattern(let pattern):
      let parts = [pattern.row?.description, pattern.region?.name, pattern.resource?.text]
      let text = parts.compactMap { $0 }.joined(separator: " ")
      return Text(en: text, ja: text)
    case .regions(let regions):
      let names = regions.map(\.name).joined(separator: ", ")
      return Text(en: "out of scope: \(names)", ja: "対象外: \(names)")
    }
  }
}

extension Suppression.State {
  package var words: Text {
    switch self {
    case .inForce: Text(en: "in force", ja: "有効")
    case .dueSoon: Standing.dueSoon.words
    case .expired: Standing.expired.words
    case .ended: Text(en: "ended", ja: "終了")
    case .notYet: Text(en: "not yet", ja: "開始前")
    }
  }
}
