import Domain
import FoundationEssentials

/// What is due as a calendar file, by RFC 5545: each end with a reminder 14 days before.
package struct DueCalendar {
  private let report: DueReport
  private let language: Language

  package init(_ report: DueReport, in language: Language) {
    self.report = report
    self.language = language
  }

  package var text: String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ascheck//due//EN"]
    for item in report.items { lines += event(item) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// What was never judged is due today.
  private func event(_ item: DueReport.Item) -> [String] {
    let account = report.account
    let id = item.id.replacing(" ", with: "-").lowercased()
    let summary = item.kind == .review ? "\(item.id) \(item.title[language])" : item.title[language]
    let what = Self.escaped("\(summary) (\(account.grouped))")
    return [
      "BEGIN:VEVENT", "UID:\(Self.escaped(id)).\(account.digits)@ascheck",
      "DTSTAMP:\(Self.instant(report.now))", "DTSTART:\(Self.instant(item.at ?? report.now))",
      "SUMMARY:\(what)", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P14D", "DESCRIPTION:\(what)",
      "END:VALARM", "END:VEVENT",
    ]
  }

  private static func instant(_ date: Date) -> String {
    Timestamp.text(date).filter { $0 != "-" && $0 != ":" }
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }

  /// No line longer than 75 bytes: the next begins with a space.
  static func folded(_ line: String) -> String {
    var (folded, room) = ("", 75)
    for character in line {
      let size = character.utf8.count
      if size > room {
        folded += "\r\n "
        room = 74
      }
      folded.append(character)
      room -= size
    }
    return folded
  }
}
