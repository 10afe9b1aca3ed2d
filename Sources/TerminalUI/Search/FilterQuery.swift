import Domain

/// What somebody types to narrow a list.
///
/// Words are separated by spaces and must all occur, in any order; `!` before a word excludes it;
/// quotes keep spaces together. `region:ap-` looks at one field of the list, and `/gp[23]/` is a
/// regular expression. Width, case and the kind of kana do not matter.
package struct FilterQuery: Hashable, Sendable {
  struct Term: Hashable {
    enum Subject: Hashable {
      case text(FoldedText)
      case field(String, FoldedText)
      case pattern(Pattern)
    }

    var subject: Subject
    var isExcluded: Bool
  }

  let terms: [Term]
  /// Why something that was typed is not used, and what to do about it.
  package let problem: Text?

  /// A word before a colon is a field only when it is one of `fields`; ARNs have colons too.
  package init(_ query: String, fields: [String] = []) {
    var parser = QueryParser(fields: fields)
    for scalar in query.unicodeScalars { parser.take(scalar.halfWidth) }
    parser.finish()
    terms = parser.terms
    problem = parser.problem
  }

  /// An empty query matches everything.
  package var isEmpty: Bool { terms.isEmpty }

  /// A pattern takes a hundred times as long as a word.
  package var hasPatterns: Bool {
    terms.contains { if case .pattern = $0.subject { true } else { false } }
  }

  /// Whether a text without fields matches.
  package func matches(_ text: String) -> Bool {
    let folded = FoldedText(text).bytes
    return folded.withUnsafeBytes { bytes in
      terms.allSatisfy { term in
        let isFound =
          switch term.subject {
          case .text(let word): bytes.contains(word.bytes)
          case .field: false
          case .pattern(let pattern): Pattern.Search(pattern).matches(bytes)
          }
        return isFound != term.isExcluded
      }
    }
  }
}

/// Splits a query into terms, one scalar at a time.
///
/// Queries are applied while they are typed: a quote that is still open ends with the query, and
/// a field without a value or a pattern without its end waits for the rest.
struct QueryParser {
  private(set) var terms: [FilterQuery.Term] = []
  private(set) var problem: Text?
  private let fields: [String]
  private var word = String.UnicodeScalarView()
  private var field: String?
  private var isExcluded = false
  private var isQuoted = false
  private var isPattern = false
  private var isEscaped = false

  init(fields: [String]) {
    self.fields = fields
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if isPattern { return takeOfPattern(scalar) }
    switch scalar {
    case "\"":
      isQuoted.toggle()
      if !isQuoted { endWord() }
    case _ where isQuoted: word.append(scalar)
    case " ": endWord()
    case "!" where isAtStart: isExcluded = true
    case "/" where isAtStart: isPattern = true
    case ":" where field == nil && fields.contains(String(word).lowercased()):
      field = String(word).lowercased()
      word = .init()
    default: word.append(scalar)
    }
  }

  mutating func finish() {
    if isPattern {
      problem = problem ?? Text(en: "/ ends the pattern", ja: "/ でパターンを閉じてください")
    } else {
      endWord()
    }
  }

  private var isAtStart: Bool { word.isEmpty && field == nil }

  private mutating func takeOfPattern(_ scalar: Unicode.Scalar) {
    if scalar == "/", !isEscaped { return endPattern() }
    isEscaped = scalar == "\\" && !isEscaped
    word.append(scalar)
  }

  private mutating func endPattern() {
    let pattern = Pattern(String(word))
    if let why = pattern.problem {
      problem = problem ?? why
    } else if !word.isEmpty {
      terms.append(.init(subject: .pattern(pattern), isExcluded: isExcluded))
    }
    begin()
  }

  private mutating func endWord() {
    if !word.isEmpty {
      let text = FoldedText(String(word))
      terms.append(
        .init(subject: field.map { .field($0, text) } ?? .text(text), isExcluded: isExcluded)
      )
    }
    begin()
  }

  private mutating func begin() {
    word = .init()
    field = nil
    (isExcluded, isPattern, isEscaped) = (false, false, false)
  }
}

extension Unicode.Scalar {
  /// Full-width spaces, marks and letters mean what their narrow forms mean.
  fileprivate var halfWidth: Unicode.Scalar {
    switch value {
    case 0x3000: " "
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    default: self
    }
  }
}
