import Checks
import Domain

extension ChecklistDocument {
  /// As RFC 4180 says: CRLF, quotes where needed, a head line.
  ///
  /// In Japanese it begins with a byte order mark: without one, Excel takes the file for Shift_JIS
  /// and shows rubbish.
  var csv: String {
    let heads =
      [
        Words.number, Words.section, Words.item, Words.kind, Words.criterion, Words.why,
        Words.remedy,
      ] + Words.answers + [Words.guide]
    let records = checks.map { check in
      [check.id.description, check.section.title[language], check.title[language]]
        + facts(of: check).map(\.words)
        + Words.answers.map { _ in "" }
        + [MarkdownBlocks.withoutTitle(guide(check.id))]
    }
    let lines = ([heads.map { $0[language] }] + records).map { record in
      record.map(\.csvField).joined(separator: ",") + "\r\n"
    }
    return (language == .japanese ? "\u{FEFF}" : "") + lines.joined()
  }
}

extension String {
  var csvField: String {
    let needsQuotes = unicodeScalars.contains { ["\"", ",", "\r", "\n"].contains($0) }
    return needsQuotes ? "\"\(replacing("\"", with: "\"\""))\"" : self
  }
}
