import Domain
import TerminalUI

/// A screen of one text that is scrolled and searched.
protocol TextPage: Page {
  associatedtype Stop: Hashable & Sendable

  var text: LongText<Stop> { get set }
}

extension TextPage {
  package var isTyping: Bool { text.search.isTyping }

  package func hints(in language: Language) -> [Footer.Hint] {
    isTyping ? TextSearch.typingHints(in: language) : ownHints(in: language)
  }

  package mutating func typed(_ key: Key) -> Bool { text.typed(key) }
  package mutating func pasted(_ words: String) { text.pasted(words) }
  package mutating func go(to number: Int) -> Bool { text.go(to: number) }
}
