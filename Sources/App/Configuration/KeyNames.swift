import Domain
import TerminalUI

/// Texts name keys as `<r>`, by the program's own keys, and say those that are in force.
extension KeyChanges {
  /// What a text says on a page, where somebody may have given commands other keys.
  func naming(_ text: Text, on page: @autoclosure () -> KeyTable) -> Text {
    guard text.en.utf8.contains(UInt8(ascii: "<")) else { return text }
    let labels = isEmpty ? [:] : labels(on: page())
    return Text(
      en: Self.naming(text.en, by: labels, .english),
      ja: Self.naming(text.ja, by: labels, .japanese)
    )
  }

  /// The first key of each command that has others than usual, by the usual ones; a page's own
  /// commands before those of every screen, and these before other pages'.
  private func labels(on page: KeyTable) -> [Key: Text] {
    var labels: [Key: Text] = [:]
    let others = KeyTable.pages.flatMap(\.lines)
    for line in (page.lines + KeyTable.everywhere.lines + others).reversed() {
      let label = keys(ofCommandNamed: line.command)?.first?.label
      for usual in line.keys { labels[usual] = label }
    }
    return labels
  }

  private static func naming(
    _ words: String,
    by labels: [Key: Text],
    _ language: Language
  ) -> String {
    var rest = words[...]
    var named = ""
    while let open = rest.firstIndex(of: "<") {
      named += rest[..<open]
      rest = rest[open...]
      guard let close = rest.dropFirst(2).firstIndex(of: ">"),
        let key = Key(named: String(rest[rest.index(after: open)..<close]))
      else {
        named.append(rest.removeFirst())
        continue
      }
      named += (labels[key] ?? key.label)[language]
      rest = rest[rest.index(after: close)...]
    }
    return named + rest
  }
}

extension Board {
  /// What a text says about keys that mean the same wherever they mean something.
  func naming(_ text: Text) -> Text { keys.naming(text, on: .everywhere) }
}

extension Page {
  /// What a text of this screen says about keys.
  func naming(_ text: Text) -> Text {
    (surroundings?.keys ?? KeyChanges()).naming(text, on: KeyTable(for: self))
  }
}
