/// A `config` or `credentials` file of the AWS CLI, as sections of keys and values.
///
/// Read as botocore reads it, whose rules are those of Python's `configparser`: names of keys in
/// lower case, `=` or `:` after them, comments on lines of their own, more deeply indented lines
/// belong to the value above, and nothing may come twice.
struct ProfileFile: Equatable, Sendable {
  typealias Section = [String: ProfileValue]

  private(set) var sections: [String: Section] = [:]
  /// As they follow each other.
  private(set) var titles: [String] = []

  init() {}

  init(_ text: String) throws(ProfileFileProblem) {
    var reader = ProfileFileReader()
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      try reader.read(line)
    }
    (sections, titles) = try reader.finished()
  }
}

/// A value: one text, or indented lines of keys and values.
struct ProfileValue: Equatable, Sendable {
  /// Where the key stands, counted from 1.
  let line: Int
  let text: String
  /// Filled when the value is nothing but indented lines.
  let nested: [String: String]

  init(line: Int, text: String, nested: [String: String] = [:]) {
    self.line = line
    self.text = text
    self.nested = nested
  }
}

/// Why a file cannot be read, and where.
struct ProfileFileProblem: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A key before the first section.
    case noSection
    /// Neither a section, a key with its value, nor a comment.
    case noKey
    case sectionTwice(String)
    case keyTwice(String)
  }

  let line: Int
  let kind: Kind
}

private struct ProfileFileReader {
  private struct Entry {
    let key: String
    let line: Int
    var lines: [Substring]
  }

  private var sections: [String: ProfileFile.Section] = [:]
  private var titles: [String] = []
  private var entry: Entry?
  private var indentation = 0
  private var line = 0

  mutating func read(_ raw: Substring) throws(ProfileFileProblem) {
    line += 1
    let text = raw.trimmed
    if text.first == "#" || text.first == ";" { return }
    if text.isEmpty {
      entry?.lines.append(text)
      return
    }
    let depth = raw.distance(from: raw.startIndex, to: text.startIndex)
    if entry != nil, depth > indentation {
      entry?.lines.append(text)
      return
    }
    indentation = depth
    try closeEntry()
    if text.first == "[", let end = text.lastIndex(of: "]"),
      end > text.index(after: text.startIndex)
    {
      try open(String(text[text.index(after: text.startIndex)..<end]))
    } else {
      try begin(text)
    }
  }

  mutating func finished() throws(ProfileFileProblem) -> ([String: ProfileFile.Section], [String]) {
    try closeEntry()
    return (sections, titles)
  }

  private mutating func open(_ name: String) throws(ProfileFileProblem) {
    guard sections[name] == nil else { throw problem(.sectionTwice(name)) }
    sections[name] = [:]
    titles.append(name)
  }

  private mutating func begin(_ text: Substring) throws(ProfileFileProblem) {
    guard let section = titles.last else { throw problem(.noSection) }
    guard let mark = text.firstIndex(where: { $0 == "=" || $0 == ":" }) else {
      throw problem(.noKey)
    }
    let key = text[..<mark].trimmed.lowercased()
    guard !key.isEmpty else { throw problem(.noKey) }
    guard sections[section]?[key] == nil else { throw problem(.keyTwice(key)) }
    entry = Entry(key: key, line: line, lines: [text[text.index(after: mark)...].trimmed])
  }

  private mutating func closeEntry() throws(ProfileFileProblem) {
    guard let entry, let section = titles.last else { return }
    self.entry = nil
    let rest = entry.lines.dropFirst().filter { !$0.isEmpty }
    let isNested = entry.lines.first?.isEmpty == true && !rest.isEmpty
    let value = ProfileValue(
      line: entry.line,
      text: entry.lines.joined(separator: "\n").trimmedAtEnd,
      nested: isNested ? try nested(rest, from: entry.line) : [:]
    )
    sections[section]?[entry.key] = value
  }

  private func nested(
    _ lines: [Substring],
    from line: Int
  ) throws(ProfileFileProblem) -> [String: String] {
    var values: [String: String] = [:]
    for text in lines {
      guard let mark = text.firstIndex(of: "=") else {
        throw ProfileFileProblem(line: line, kind: .noKey)
      }
      let value = text[text.index(after: mark)...].trimmed
      values[String(text[..<mark].trimmed)] = String(value)
    }
    return values
  }

  private func problem(_ kind: ProfileFileProblem.Kind) -> ProfileFileProblem {
    ProfileFileProblem(line: line, kind: kind)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else {
      return start[start.startIndex..<start.startIndex]
    }
    return start[...last]
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
