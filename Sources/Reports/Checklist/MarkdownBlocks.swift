/// The part of Markdown that guides are written in: headings, paragraphs, lists, fenced code.
struct MarkdownBlocks {
  enum Block: Equatable {
    case heading(String, level: Int)
    case paragraph(String)
    case list([String], isNumbered: Bool)
    case code(String)
  }

  private(set) var blocks: [Block] = []
  /// The lines of a code block that has no end yet.
  private var code: [Substring]?
  private var isAfterBlank = true

  init(_ source: String) {
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) { take(line) }
    if let code { blocks.append(.code(code.joined(separator: "\n"))) }
  }

  /// A guide without the heading that repeats its row's title.
  static func withoutTitle(_ source: String) -> String {
    guard source.hasPrefix("# "), let end = source.firstIndex(of: "\n") else { return source }
    return String(source[end...].drop { $0 == "\n" }.trimmingNewlines)
  }

  private mutating func take(_ line: Substring) {
    if let lines = code {
      takeCode(line, after: lines)
    } else if line.hasPrefix("```") {
      code = []
    } else if line.allSatisfy({ $0 == " " }) {
      isAfterBlank = true
      return
    } else if let level = line.headingLevel {
      blocks.append(.heading(String(line.dropFirst(level + 1)), level: level))
    } else if let item = line.listItem {
      append(item.text, isNumbered: item.isNumbered)
    } else {
      append(line)
    }
    isAfterBlank = false
  }

  private mutating func takeCode(_ line: Substring, after lines: [Substring]) {
    if line.hasPrefix("```") {
      blocks.append(.code(lines.joined(separator: "\n")))
      code = nil
    } else {
      code = lines + [line]
    }
  }

  private mutating func append(_ item: Substring, isNumbered: Bool) {
    if case .list(let items, isNumbered) = blocks.last, !isAfterBlank {
      blocks[blocks.count - 1] = .list(items + [String(item)], isNumbered: isNumbered)
    } else {
      blocks.append(.list([String(item)], isNumbered: isNumbered))
    }
  }

  /// Goes on with the paragraph or the list item before, unless a blank line stands between.
  private mutating func append(_ line: Substring) {
    let line = String(line.drop { $0 == " " })
    switch blocks.last {
    case .paragraph(let text) where !isAfterBlank:
      blocks[blocks.count - 1] = .paragraph("\(text)\n\(line)")
    case .list(var items, let isNumbered) where !isAfterBlank:
      items[items.count - 1] += "\n\(line)"
      blocks[blocks.count - 1] = .list(items, isNumbered: isNumbered)
    default: blocks.append(.paragraph(line))
    }
  }
}

extension Substring {
  fileprivate var headingLevel: Int? {
    let level = prefix { $0 == "#" }.count
    return (1...6).contains(level) && dropFirst(level).first == " " ? level : nil
  }

  fileprivate var listItem: (text: Substring, isNumbered: Bool)? {
    let line = drop { $0 == " " }
    if line.hasPrefix("- ") { return (line.dropFirst(2), false) }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    return !digits.isEmpty && rest.hasPrefix(". ") ? (rest.dropFirst(2), true) : nil
  }

  fileprivate var trimmingNewlines: Substring {
    self[..<(lastIndex { $0 != "\n" }.map(index(after:)) ?? startIndex)]
  }
}
