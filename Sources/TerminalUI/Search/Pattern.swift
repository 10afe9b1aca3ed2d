import Domain

/// A regular expression over folded text.
struct Pattern: Hashable {
  let source: String
  /// Why it cannot be used.
  let problem: Text?

  /// Letters beyond ASCII are folded as the text is; ASCII is not, because `\D` is not `\d`.
  init(_ typed: String) {
    source = typed.unicodeScalars.reduce(into: "") { source, scalar in
      source += scalar.isASCII ? String(scalar) : FoldedText(String(scalar)).string
    }
    problem = Self.problem(of: source)
  }

  /// A pattern ready to be looked for.
  ///
  /// Compiled anew for every search: a compiled one may not travel between threads.
  struct Search {
    private let regex: Regex<AnyRegexOutput>?

    init(_ pattern: Pattern) {
      do {
        regex = try Regex(pattern.source).ignoresCase().matchingSemantics(.unicodeScalar)
      } catch {
        // Its problem has been told; it matches nothing.
        regex = nil
      }
    }

    func matches(_ line: UnsafeRawBufferPointer) -> Bool {
      guard let regex else { return false }
      return String(decoding: line, as: UTF8.self).contains(regex)
    }

    /// Where in the line it stands, in bytes.
    func matches(in line: UnsafeRawBufferPointer) -> [Range<Int>] {
      guard let regex else { return [] }
      let text = String(decoding: line, as: UTF8.self)
      return text.ranges(of: regex).filter { !$0.isEmpty }.map {
        text.utf8.distance(
          from: text.startIndex,
          to: $0.lowerBound
        )..<text.utf8.distance(from: text.startIndex, to: $0.upperBound)
      }
    }
  }

  private static func problem(of source: String) -> Text? {
    do {
      _ = try Regex(source)
      return nil
    } catch {
      return cause(in: source)
    }
  }

  /// The parser's own words are for programmers, and in one language.
  private static func cause(in source: String) -> Text {
    var scan = Scan()
    for character in source { scan.take(character) }
    if let cause = scan.cause { return cause }
    if scan.isEscaped {
      return Text(en: "nothing follows the last \\", ja: "末尾の \\ に続く文字がありません")
    }
    if scan.isInClass { return Text(en: "[ has no ]", ja: "[ に対応する ] がありません") }
    if scan.depth > 0 { return Text(en: "( has no )", ja: "( に対応する ) がありません") }
    return Text(en: "not a regular expression", ja: "正規表現として読み取れません")
  }

  /// Looks for the mistakes that people make.
  private struct Scan {
    var depth = 0
    var isInClass = false
    var isEscaped = false
    var cause: Text?
    private var hasOperand = false

    mutating func take(_ character: Character) {
      if isEscaped {
        isEscaped = false
        hasOperand = true
      } else if character == "\\" {
        isEscaped = true
      } else if isInClass {
        if character == "]" { isInClass = false }
      } else {
        takeOutside(character)
      }
    }

    private mutating func takeOutside(_ character: Character) {
      switch character {
      case "[":
        isInClass = true
        hasOperand = true
      case "(":
        depth += 1
        hasOperand = false
      case ")":
        if depth == 0 { cause = Text(en: ") has no (", ja: ") に対応する ( がありません") }
        depth -= 1
        hasOperand = true
      case "|": hasOperand = false
      case "*", "+", "?":
        guard !hasOperand, cause == nil else { return }
        cause = Text(
          en: "\(character) has nothing to repeat",
          ja: "\(character) の前に繰り返す文字がありません"
        )
      default: hasOperand = true
      }
    }
  }
}
