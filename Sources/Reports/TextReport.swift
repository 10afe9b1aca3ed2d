import Checks
import Domain

/// A report for people that grows line by line.
struct TextReport {
  let page: Page
  private(set) var text = ""

  init(_ page: Page) {
    self.page = page
  }

  private var typography: Typography { page.typography }

  func words(_ text: Text) -> String { text[page.language] }

  /// Text from outside, made harmless.
  func clean(_ text: String) -> String { typography.sanitized(text) }

  mutating func line(_ line: String = "") {
    text += line.trimmingEnd + "\n"
  }

  mutating func heading(_ words: Text) {
    line(colored(words[page.language], .bold))
  }

  /// Words broken into lines; those after the first begin under `hanging`.
  mutating func paragraph(_ words: String, indent: Int, hanging: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    let width = max(20, page.width - indent - hanging)
    for (index, part) in typography.wrapped(words, width).enumerated() {
      line(margin + (index == 0 ? "" : String(repeating: " ", count: hanging)) + part)
    }
  }

  /// A label and, beside it, what may take several lines.
  mutating func entry(_ label: String, _ words: String, indent: Int) {
    let hanging = typography.width(label) + 2
    let width = max(20, page.width - indent - hanging)
    for (index, part) in typography.wrapped(words, width).enumerated() {
      let head = index == 0 ? label + "  " : String(repeating: " ", count: hanging)
      line(String(repeating: " ", count: indent) + head + part)
    }
  }

  /// A text of several lines, each of them clean.
  mutating func paragraphs(_ words: String, indent: Int) {
    for part in words.split(whereSeparator: \.isNewline) {
      paragraph(clean(String(part)), indent: indent)
    }
  }

  func filled(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - typography.width(text)))
  }

  func filledLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - typography.width(text))) + text
  }

  /// A link by OSC 8 where the terminal may have them; the text alone where the address has a
  /// character that could end the sequence.
  func linked(_ text: String, to address: String?) -> String {
    guard page.isLinked, let address, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return text }
    return "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }

  func colored(_ text: String, _ color: TerminalColor?) -> String {
    guard page.isColored, let color else { return text }
    return "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m"
  }

  func tag(_ standing: Standing) -> String {
    colored(standing.tag, TerminalColor(standing))
  }
}

/// The terminal's own colours, as SGR parameters.
enum TerminalColor: String {
  case bold = "1"
  case good = "32"
  case bad = "1;31"
  case lapsed = "31"
  case caution = "33"
  case due = "1;33"
  case doubtful = "1;35"

  init?(_ standing: Standing) {
    switch standing {
    case .ok, .reviewed: self = .good
    case .alert, .notCompliant: self = .bad
    case .expired: self = .lapsed
    case .warning, .dueSoon, .changed: self = .caution
    case .neverReviewed: self = .due
    case .unknown: self = .doubtful
    case .neverRun, .nothingToCheck, .attestedNotApplicable: return nil
    }
  }
}

extension String {
  fileprivate var trimmingEnd: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}

extension Int {
  /// With a comma after every three digits.
  var grouped: String {
    let digits = Array(String(self))
    return digits.indices.reduce(into: "") { text, index in
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digits[index])
    }
  }
}
