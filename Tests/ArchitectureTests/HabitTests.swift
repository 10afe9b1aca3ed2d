import Testing

/// Rules that no compiler keeps.
///
/// An exception says why at its line: `// allowed: reason`.
struct HabitTests {
  /// Foundation proper brings 40 MB and ICU; the essentials do.
  @Test func importsTheEssentialsOnly() throws {
    try forbid(/^(?:@\w+ )?(?:public |package |internal )?import Foundation$/)
  }

  @Test func swallowsNoErrorAndCrashesOnNone() throws {
    try forbid(/\btry\?|\btry!|\bas!|\bfatalError\(|\bcatch \{ *\}/)
  }

  /// Terminals disagree about the width of ambiguous characters, such as an ellipsis or a dash.
  @Test func writesNothingOfAmbiguousWidth() throws {
    for file in try SourceTree.files(below: "Sources", ".swift", ".c", ".h") {
      for line in file.lines where !line.isASCII && !line.isAllowed {
        complain(of: line.code, at: line, in: file)
      }
    }
    for file in try SourceTree.files(below: "Resources", ".md", ".txt") {
      for line in file.lines where !line.isASCII {
        complain(of: line.text[...], at: line, in: file)
      }
    }
  }

  private func forbid(_ form: some RegexComponent) throws {
    for file in try SourceTree.files(below: "Sources", ".swift") {
      for line in file.lines
      where line.text.contains(form) && line.code.contains(form) && !line.isAllowed {
        Issue.record("\(file):\(line.number) \(line.text)")
      }
    }
  }

  private func complain(of text: Substring, at line: SourceTree.Line, in file: SourceTree.File) {
    let strays = text.unicodeScalars.filter { !$0.isASCII && !isWide($0) }
    #expect(strays.isEmpty, "\(file):\(line.number) has \(strays.map(\.escapedName))")
  }

  /// Two cells in every terminal.
  private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3000...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xFF01...0xFF60, 0xFFE0...0xFFE6:
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var escapedName: String {
    "\(escaped(asASCII: true)) \(properties.name ?? "")"
  }
}
