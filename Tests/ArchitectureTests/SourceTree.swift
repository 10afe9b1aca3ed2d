import Foundation

/// The files of this package, as text.
struct SourceTree {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct File: CustomStringConvertible, Sendable {
    /// From the package's root.
    let path: String
    let lines: [Line]

    var description: String { path }
  }

  struct Line: Sendable {
    let number: Int
    let text: String

    var isASCII: Bool { text.utf8.allSatisfy { $0 < 128 } }

    /// Characters count, not bytes; bytes are counted first because they are at hand.
    func isLongerThan(_ columns: Int) -> Bool {
      text.utf8.count > columns && text.count > columns
    }

    /// The exception that this line claims for itself: `// allowed: reason`.
    var isAllowed: Bool { text.contains(/\/\/ allowed: \S+/) }

    /// Without its comment.
    ///
    /// Two slashes within quotes begin none, as in an address.
    var code: Substring {
      var isQuoted = false
      var previous: Character = " "
      for index in text.indices {
        let character = text[index]
        if character == "\"", previous != "\\" { isQuoted.toggle() }
        if character == "/", previous == "/", !isQuoted {
          return text[..<text.index(before: index)]
        }
        previous = character
      }
      return text[...]
    }
  }

  /// Every file below a folder whose name ends in one of these.
  static func files(below folder: String, _ endings: String...) throws -> [File] {
    try paths(below: folder).filter { path in endings.contains { path.hasSuffix($0) } }
      .map(file)
  }

  static func file(_ path: String) throws -> File {
    let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return File(
      path: path,
      lines: lines.enumerated().map { Line(number: $0.offset + 1, text: String($0.element)) }
    )
  }

  static func paths(below folder: String) throws -> [String] {
    let url = root.appendingPathComponent(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: url.path)
      .map { "\(folder)/\($0)" }.sorted()
  }

  static func entries(of folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent(folder).path
    )
  }
}
