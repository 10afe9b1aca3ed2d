import Checks
import Domain
import TerminalUI

/// What there is to say about one finding, as lines of a given width.
struct FindingText {
  let record: FindingRecord
  let language: Language
  let width: Int

  init(_ record: FindingRecord, _ language: Language, width: Int) {
    self.record = record
    self.language = language
    self.width = width
  }

  private var finding: Finding { record.finding }

  /// In a sentence; of what could not be read, with what to do about it.
  var reason: String {
    let words = GapWords.sentence(for: finding)?[language]
    return (words ?? finding.reason.text(in: language, values: finding.values)).sanitized
  }

  /// For a column: what weakens a pass, and of what could not be read the cause and the call.
  var shortReason: String {
    if finding.isWarning { return warningTexts.joined(separator: " ") }
    guard let cause = finding.cause else { return reason }
    let action = finding.values["action"] ?? ""
    return "\(cause.short[language]) \(action)".sanitized
  }

  /// What weakens a pass.
  var warnings: [StyledLine] {
    warningTexts.flatMap { hanging(Mark(.warning).tag, $0, labelWidth: 4) }
  }

  private var warningTexts: [String] {
    finding.warnings.map { $0.text(in: language, values: finding.values).sanitized }
  }

  /// Names and values, the values in one column.
  var values: [StyledLine] {
    let pairs = finding.values.pairs.map { pair in
      (ValueLabel.text(for: pair.key)[language], ValueWords.text(for: pair)[language].sanitized)
    }
    let widest = pairs.map(\.0.displayWidth).max() ?? 0
    let labelWidth = min(widest, max(10, width * 2 / 5))
    return pairs.flatMap { hanging($0, $1.isEmpty ? "-" : $1, labelWidth: labelWidth) }
  }

  /// Such as `2026-03-12 09:10   last seen 2026-06-11 10:39   38 scans`.
  func dates(_ dates: DateWords) -> String {
    let first = dates.dateAndTime(record.firstSeen)
    let last = dates.dateAndTime(record.lastSeen)
    return Text(
      en: "\(first.en)   last seen \(last.en)   \(scans.en)",
      ja: "\(first.ja)   最終検出 \(last.ja)   \(scans.ja)"
    )[language]
  }

  var scans: Text {
    Text(
      en: record.scans == 1 ? "1 scan" : "\(record.scans.withSeparators) scans",
      ja: "\(record.scans.withSeparators)回"
    )
  }

  /// A label with its text beside it, in as many lines as it takes.
  func fact(_ label: Text, _ value: String) -> [StyledLine] {
    let label = label[language].padded(toWidth: 11)
    let indent = String(repeating: " ", count: 11)
    return value.wrapped(toWidth: max(8, width - 12)).enumerated().map { index, line in
      StyledLine((index == 0 ? label : indent) + line)
    }
  }

  /// A label with its text beside it, or below it when the label takes more than its column.
  private func hanging(_ label: String, _ text: String, labelWidth: Int) -> [StyledLine] {
    let indent = String(repeating: " ", count: labelWidth + 4)
    let lines = text.wrapped(toWidth: max(8, width - indent.displayWidth))
    guard label.displayWidth <= labelWidth else {
      return [StyledLine("  " + label, .dimmed)] + lines.map { StyledLine(indent + $0) }
    }
    let head = StyledLine.Piece("  " + label.padded(toWidth: labelWidth) + "  ", .dimmed)
    return [StyledLine([head, .init(lines.first ?? "")])]
      + lines.dropFirst().map { StyledLine(indent + $0) }
  }
}

extension PastFinding {
  /// Since when it is not there any more.
  func words(_ dates: DateWords) -> Text {
    let date = dates.dateAndTime(at)
    return switch state {
    case .gone: Text(en: "gone since \(date.en)", ja: "\(date.ja) になくなりました")
    case .unseen:
      Text(en: "could not be looked for since \(date.en)", ja: "\(date.ja) から確認できていません")
    }
  }
}

extension Suppression {
  /// Until when, by whom and why.
  func words(_ dates: DateWords) -> Text {
    let end = dates.dateAndTime(expiresAt)
    let (person, reason) = (person.sanitized, reason.sanitized)
    return Text(
      en: "until \(end.en)  \(person): \(reason)",
      ja: "\(end.ja) まで  \(person): \(reason)"
    )
  }
}

extension Finding {
  /// Why the unit is unknown.
  fileprivate var cause: Gap.Cause? {
    status == .unknown ? values["cause"].flatMap(Gap.Cause.init) : nil
  }
}

extension Resource {
  /// The short name people know, made harmless.
  func label(in language: Language) -> String { label[language].sanitized }
}
