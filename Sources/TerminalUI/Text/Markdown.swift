/// The part of Markdown that guides are written in, as styled lines.
///
/// Headings, paragraphs, lists with `-` and `1.`, fenced code, and `code` and **bold** inside a
/// line.
package struct Markdown: Sendable {
  enum Block: Equatable {
    case heading(String, level: Int)
    case paragraph(String)
    /// Under a mark such as `- `, with the indentation the mark has.
    case item(mark: String, indent: Int, String)
    case code(String)
    case blank
  }

  let blocks: [Block]

  package init(_ source: String) {
    var parser = MarkdownParser()
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      parser.take(String(line))
    }
    blocks = parser.finished()
  }

  package func lines(width: Int) -> [StyledLine] {
    blocks.flatMap { lines(of: $0, width: width) }
  }

  /// A line of a text that may lead somewhere.
  package struct Line: Hashable, Sendable {
    package let text: StyledLine
    /// The address it belongs to.
    package var address: String?
    /// Whether it is the address itself, which begins at the edge.
    package var isAddress = false
  }

  /// The same with addresses on lines of their own, so that terminals recognise them.
  ///
  /// Only there may a line be as long as `edge`, and only what is longer is broken.
  package func document(width: Int, edge: Int) -> [Line] {
    blocks.flatMap { block -> [Line] in
      guard case .item(let mark, let indent, let text) = block,
        let (title, address) = MarkdownParser.addressAtEnd(of: text)
      else { return lines(of: block, width: width).map { Line(text: $0) } }
      let head = hanging(
        MarkdownParser.styled(title),
        after: mark,
        indent: indent,
        width: width
      )
      let whole = LineBreaker.pieces(of: address, width: edge).map {
        StyledLine($0, Style(.accent))
      }
      return head.map { Line(text: $0, address: address) }
        + whole.map { Line(text: $0, address: address, isAddress: true) }
    }
  }

  private func lines(of block: Block, width: Int) -> [StyledLine] {
    switch block {
    case .heading(let text, let level):
      StyledLine(text, Style(bold: true, underlined: level == 1)).wrapped(toWidth: width)
    case .paragraph(let text):
      MarkdownParser.styled(text).wrapped(toWidth: width)
    case .item(let mark, let indent, let text):
      hanging(MarkdownParser.styled(text), after: mark, indent: indent, width: width)
    case .code(let text):
      hanging(StyledLine(text, Style(.accent)), after: "  ", indent: 0, width: width)
    case .blank:
      [""]
    }
  }

  /// The first line behind a mark, the others under its text.
  private func hanging(
    _ line: StyledLine,
    after mark: String,
    indent: Int,
    width: Int
  ) -> [StyledLine] {
    let first = String(repeating: " ", count: indent) + mark
    let rest = String(repeating: " ", count: first.displayWidth)
    let lines = line.wrapped(toWidth: width - first.displayWidth)
    return lines.enumerated().map { index, line in
      StyledLine([.init(index == 0 ? first : rest)] + line.pieces)
    }
  }
}

/// Reads Markdown line by line.
struct MarkdownParser {
  private var blocks: [Markdown.Block] = []
  private var isInCode = false
  /// Whether a line of text continues the block before it.
  private var isOpen = false

  mutating func take(_ line: String) {
    let text = line.drop { $0 == " " }
    let indent = line.count - text.count
    if text.hasPrefix("```") {
      isInCode.toggle()
      isOpen = false
    } else if isInCode {
      blocks.append(.code(line))
    } else if text.isEmpty {
      if blocks.last != .blank, !blocks.isEmpty { blocks.append(.blank) }
      isOpen = false
    } else {
      takeText(text, indent: indent)
    }
  }

  mutating func finished() -> [Markdown.Block] {
    while blocks.last == .blank { blocks.removeLast() }
    return blocks
  }

  private mutating func takeText(_ text: Substring, indent: Int) {
    if let level = Self.headingLevel(of: text) {
      blocks.append(.heading(String(text.dropFirst(level + 1)), level: level))
      isOpen = false
    } else if let mark = Self.mark(of: text) {
      blocks.append(.item(mark: mark, indent: indent, String(text.dropFirst(mark.count))))
      isOpen = true
    } else if isOpen, let last = blocks.popLast() {
      blocks.append(last.continued(by: String(text)))
    } else {
      blocks.append(.paragraph(String(text)))
      isOpen = true
    }
  }

  private static func headingLevel(of text: Substring) -> Int? {
    let level = text.prefix { $0 == "#" }.count
    return (1...6).contains(level) && text.dropFirst(level).first == " " ? level : nil
  }

  /// `- ` or a number such as `12. `.
  private static func mark(of text: Substring) -> String? {
    if text.hasPrefix("- ") { return "- " }
    let number = text.prefix { $0.isASCII && $0.isNumber }
    return !number.isEmpty && text.dropFirst(number.count).hasPrefix(". ") ? number + ". " : nil
  }

  /// Text with `code` and **bold** in their styles; marks without a partner stay as they are.
  static func styled(_ text: String) -> StyledLine {
    var pieces: [StyledLine.Piece] = []
    var rest = text[...]
    while let (plain, inner, style, tail) = firstSpan(in: rest) {
      pieces += [.init(String(plain)), .init(String(inner), style)]
      rest = tail
    }
    pieces.append(.init(String(rest)))
    return StyledLine(pieces.filter { !$0.text.isEmpty })
  }

  /// What stands before an address that ends a text, and the address.
  static func addressAtEnd(of text: String) -> (title: String, address: String)? {
    guard let start = text.firstRange(of: "https://")?.lowerBound, start > text.startIndex,
      !text[start...].contains(" ")
    else { return nil }
    let title = text[..<start]
    return (String(title.last == " " ? title.dropLast() : title), String(text[start...]))
  }

  private typealias Span = (Substring, Substring, Style, Substring)

  private static func firstSpan(in text: Substring) -> Span? {
    let spans = [("`", Style(.accent)), ("**", Style.bold)].compactMap { mark, style -> Span? in
      guard let open = text.firstRange(of: mark) else { return nil }
      guard let close = text[open.upperBound...].firstRange(of: mark) else { return nil }
      let inner = text[open.upperBound..<close.lowerBound]
      return (text[..<open.lowerBound], inner, style, text[close.upperBound...])
    }
    return spans.min { $0.0.endIndex < $1.0.endIndex }
  }
}

extension Markdown.Block {
  fileprivate func continued(by line: String) -> Self {
    switch self {
    case .paragraph(let text): .paragraph(Self.join(text, line))
    case .item(let mark, let indent, let text):
      .item(mark: mark, indent: indent, Self.join(text, line))
    case .heading, .code, .blank: self
    }
  }

  /// Lines of Japanese join without a space.
  private static func join(_ head: String, _ tail: String) -> String {
    let isWide = { (scalar: Unicode.Scalar?) in scalar?.displayWidth == 2 }
    let glue = isWide(head.unicodeScalars.last) && isWide(tail.unicodeScalars.first) ? "" : " "
    return head + glue + tail
  }
}
