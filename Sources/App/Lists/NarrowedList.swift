import Domain
import TerminalUI

/// A screen of one list that typed words narrow.
protocol NarrowedList: Page {
  associatedtype Item: Hashable & Sendable

  var selection: Selection<Item> { get set }
  var filter: ListFilter { get set }
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

  /// Back to everything.
  mutating func widen() {
    filter.clear()
    narrow()
  }
}
