import Domain
import TerminalUI

/// A screen of one list that typed words narrow.
protocol NarrowedList: Page {
  associatedtype Item: Hashable & Sendable

  var selection: Selection<Item> { get set }
  var filter: ListFilter { get set }
  /// The line of the screen in which the list begins.
  static var firstRow: Int { get }
  /// Shows what the filter leaves, and gives what the cursor had to leave.
  @discardableResult
  mutating func narrow() -> Item?
}

extension NarrowedList {
  package var isTyping: Bool { filter.isTyping }

  package func hints(in language: Language) -> [Footer.Hint] {
    isTyping ? filter.typingHints(in: language) : ownHints(in: language)
  }

  package mutating func typed(_ key: Key) -> Bool {
    defer { narrow() }
    return filter.typed(key)
  }

  package mutating func pasted(_ text: String) {
    filter.pasted(text)
    narrow()
  }

  package mutating func go(to number: Int) -> Bool {
    guard selection.ids.indices.contains(number - 1) else { return false }
    return selection.select(selection.ids[number - 1])
  }

  package mutating func click(row: Int) -> Click {
    selection.click(line: row - Self.firstRow)
  }

  package mutating func roll(by lines: Int) { selection.roll(by: lines) }

  /// Back to everything.
  mutating func widen() {
    filter.clear()
    narrow()
  }
}
