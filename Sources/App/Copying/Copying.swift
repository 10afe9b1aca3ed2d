import Checks
import Domain
import Reports
import TerminalUI

/// Findings that somebody wants on the clipboard, in one form.
///
/// The text is made where it is sent from: a hundred thousand rows take longer than a frame.
package struct Copying: Equatable, Sendable {
  let row: CheckID
  let findings: Findings
  /// Of the findings, in the order they are to be in.
  let places: [Int]
  let form: CopyForm
  let language: Language
  let zone: Zone

  package static func == (one: Self, other: Self) -> Bool {
    one.row == other.row && one.findings === other.findings && one.places == other.places
      && one.form == other.form && one.language == other.language
  }

  /// Such as `ARN` or `3 ARN`.
  var words: Text {
    let form = form.words
    guard places.count > 1 else { return form }
    let count = places.count.withSeparators
    return Text(en: "\(form.en) of \(count)", ja: "\(count)件の\(form.ja)")
  }

  /// Without controls and without a line break at its end, so that no name runs itself in a shell.
  package var text: String {
    let records = places.map { findings.records[$0] }
    switch form {
    case .json: return json(records)
    case .commands:
      return CommandOutline.text(
        records.flatMap { CommandOutline.commands(for: $0.finding, of: row) }.map(\.harmless)
      )
    case .arn, .id, .row, .url:
      return records.compactMap(line).joined(separator: "\n")
    }
  }

  private func line(_ record: FindingRecord) -> String? {
    switch form {
    case .id: record.finding.resource.name.harmless
    case .url: ConsolePage.url(of: record.finding.resource)?.harmless
    case .row: RowLine(record, language, zone).tabbed
    case .arn, .json, .commands: record.finding.resource.arn.harmless
    }
  }

  /// One finding is an object, several are an array.
  private func json(_ records: [FindingRecord]) -> String {
    let objects = records.map { record in
      var json = JSONWriter()
      json.object { json in json.members(of: record.finding, id: record.id, nil) }
      return String(decoding: json.bytes, as: UTF8.self)
    }
    return objects.count == 1 ? objects[0] : "[\(objects.joined(separator: ",\n"))]"
  }
}

/// A finding as one line of text.
struct RowLine {
  private let columns: [String]

  init(_ record: FindingRecord, _ language: Language, _ zone: Zone) {
    let finding = record.finding
    let mark = Mark(finding)
    columns = [
      mark.words[language], finding.resource.label[language],
      finding.resource.region?.name ?? "global",
      FindingText(record, language, width: 80).shortReason,
      zone.calendarTime(of: record.firstSeen).date, finding.resource.arn,
    ].map(\.harmless)
  }

  /// With tabs, as spreadsheets take it.
  var tabbed: String { columns.joined(separator: "\t") }
  var spaced: String { columns.joined(separator: "  ") }
}

extension String {
  /// What may go to the clipboard: made harmless, and whole however long.
  fileprivate var harmless: String {
    let isPlain = utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    return isPlain ? self : sanitized
  }
}

/// What became of a text that was to be copied.
package struct Copied: Equatable, Sendable {
  package enum Way: Equatable, Sendable {
    /// Into the buffer of tmux, which hands it on.
    case tmux
    /// To the terminal, which does not say whether it took it.
    case terminal
    case tool(String)
    /// It was too long for a terminal.
    case file(String)
    case failed
  }

  let what: Text
  let way: Way

  package init(_ what: Text, _ way: Way) {
    self.what = what
    self.way = way
  }

  var words: Text {
    switch way {
    case .tmux:
      Text(en: "\(what.en) copied (tmux buffer)", ja: "\(what.ja)をコピーしました (tmuxバッファー)")
    case .terminal:
      Text(
        en: "\(what.en) copied (sent to the terminal); if it did not arrive, <Y>",
        ja: "\(what.ja)をコピーしました (端末へ送信)。届かないときは <Y>"
      )
    case .tool(let name):
      Text(en: "\(what.en) copied (\(name))", ja: "\(what.ja)をコピーしました (\(name))")
    case .file(let path):
      Text(
        en: "\(what.en): too long for the terminal; it is in \(path)",
        ja: "\(what.ja)は端末へ送るには大きすぎるため、\(path) に書きました"
      )
    case .failed:
      Text(
        en: "\(what.en) could not be copied; <Y> shows it for selecting",
        ja: "\(what.ja)をコピーできませんでした。<Y> で表示して選択してください"
      )
    }
  }
}
