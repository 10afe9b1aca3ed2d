import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// What screens have in common on the canvas.
extension Canvas {
  /// A reversed line: where we are on the left, facts on the right, one cell from either edge.
  mutating func drawBar(left: String, right: String, row: Int) {
    fill(row: row, style: .bar)
    let room = width - 1 - (right.isEmpty ? 0 : right.displayWidth + 2)
    write(left.truncated(toWidth: room), row: row, style: .bar)
    writeRight(right, endingAt: width - 1, row: row, style: .bar)
  }
}

extension Board {
  var isRunning: Bool { rows.contains { $0.isActive } }

  /// Nothing was ever run or answered here.
  var isUntouched: Bool {
    rows.allSatisfy { $0.summary == nil && $0.review == .neverReviewed }
  }

  /// Such as `prod 1234-5678-9012`, and with `full` the role that looked.
  func owner(in language: Language, full: Bool = false) -> String {
    let reading = isReadOnly ? Text(en: "read-only", ja: "読み取り専用")[language] : ""
    guard let account else {
      let unknown = Text(en: "not scanned yet", ja: "未実行")[language]
      return [label, unknown, reading].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let caller = full ? record?.lastScan?.callerName.map { "(\($0))" } : nil
    return [label, account.grouped, reading, caller ?? ""].filter { !$0.isEmpty }.joined(
      separator: " "
    )
  }
}

extension Check {
  /// The whole title where it fits, else the short one.
  func title(fitting width: Int, in language: Language) -> String {
    title[language].displayWidth <= width ? title[language] : shortTitle[language]
  }
}

extension ScanSummary {
  /// The role or user of the caller's ARN, without its path and session.
  var callerName: String? {
    let parts = caller.split(separator: "/").map(String.init)
    guard parts.count > 1 else { return nil }
    return (parts[0].hasSuffix(":assumed-role") ? parts[1] : parts[parts.count - 1]).sanitized
  }
}

extension DateWords {
  /// The time when it was today, else the day: `10:39`, `yesterday`, `06-01`.
  func moment(_ date: Date) -> Text {
    let (then, today) = (zone.calendarTime(of: date), zone.calendarTime(of: now))
    if then.date == today.date { return time(date) }
    let age = age(of: date)
    return age.en == "yesterday" ? age : Text(en: then.monthAndDay, ja: then.monthAndDay)
  }
}
