import Domain

/// How rows of a screen are written to a file.
package enum TableFormat: String, CaseIterable, Sendable {
  case csv, json, md

  /// Such as `md` for `notes.md`; `markdown` is the same.
  package init?(named name: String) {
    if name == "markdown" { self = .md } else { self.init(rawValue: name) }
  }
}

/// Rows under heads, for a spreadsheet or a document.
///
/// Every cell is one line of harmless text when it comes here.
package struct Table: Equatable, Sendable {
  package let heads: [String]
  package let rows: [[String]]

  package init(heads: [String], rows: [[String]]) {
    self.heads = heads
    self.rows = rows
  }

  /// As RFC 4180 says: CRLF, quotes where needed, a head line.
  ///
  /// In Japanese it begins with a byte order mark: without one, Excel takes the file for Shift_JIS
  /// and shows rubbish.
  package func csv(in language: Language) -> String {
    let lines = ([heads] + rows).map { cells in
      cells.map(\.unevaluated.csvField).joined(separator: ",") + "\r\n"
    }
    return (language == .japanese ? "\u{FEFF}" : "") + lines.joined()
  }

  /// As GitHub's Markdown has tables.
  package var markdown: String {
    let rule = heads.map { _ in "---" }
    return ([heads.map(\.tableCell), rule] + rows.map { $0.map(\.tableCell) })
      .map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }
}

extension String {
  /// What a spreadsheet shows and does not carry out.
  ///
  /// A tag or a note may begin as formulas do; an apostrophe makes text of it, as OWASP advises
  /// against CSV injection.
  fileprivate var unevaluated: String {
    guard let first = unicodeScalars.first else { return self }
    return ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"].contains(first) ? "'\(self)" : self
  }

  fileprivate var tableCell: String { escapedMarkdown.replacing("|", with: "\\|") }
}
