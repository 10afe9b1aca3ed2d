import Domain
import TerminalUI

/// The ways to move through a list or a text, on the same keys everywhere.
package enum Movement: CaseIterable, Sendable {
  case down
  case up
  case halfDown
  case halfUp
  case pageDown
  case pageUp
  case first
  case last

  /// The bindings of a screen whose commands include movements.
  static func bindings<Command>(_ command: (Self) -> Command) -> [KeyBinding<Command>] {
    allCases.map { $0.binding(command($0)) }
  }

  private func binding<Command>(_ command: Command) -> KeyBinding<Command> {
    switch self {
    case .down: .moving("j", .down, command, Text(en: "one line down", ja: "1行下へ"))
    case .up: .moving("k", .up, command, Text(en: "one line up", ja: "1行上へ"))
    case .halfDown:
      .moving(.control("d"), nil, command, Text(en: "half a page down", ja: "半ページ下へ"))
    case .halfUp:
      .moving(.control("u"), nil, command, Text(en: "half a page up", ja: "半ページ上へ"))
    case .pageDown:
      .moving(.control("f"), .pageDown, command, Text(en: "a page down", ja: "1ページ下へ"))
    case .pageUp:
      .moving(.control("b"), .pageUp, command, Text(en: "a page up", ja: "1ページ上へ"))
    case .first: .moving("g", .home, command, Text(en: "to the beginning", ja: "先頭へ"))
    case .last: .moving("G", .end, command, Text(en: "to the end", ja: "末尾へ"))
    }
  }

  var isToAnEnd: Bool { self == .first || self == .last }

  /// How far this moves in a window of so many lines; the ends are as far as it goes.
  func distance(page: Int) -> Int {
    switch self {
    case .down: 1
    case .up: -1
    case .halfDown: max(1, page / 2)
    case .halfUp: -max(1, page / 2)
    case .pageDown: max(1, page)
    case .pageUp: -max(1, page)
    case .first: -Int.max / 2
    case .last: Int.max / 2
    }
  }
}

/// How far a text is scrolled.
package struct Scroll: Equatable, Sendable {
  package private(set) var top = 0
  package private(set) var page = 1
  package private(set) var count = 0

  package var visible: Range<Int> { top..<min(count, top + page) }
  private var furthest: Int { max(0, count - page) }

  package mutating func move(_ movement: Movement) {
    move(by: movement.distance(page: page))
  }

  package mutating func move(by lines: Int) {
    top = min(furthest, max(0, top + lines))
  }

  /// Fits a text of `count` lines into a window of `page`, keeping the proportion read so far.
  package mutating func fit(count: Int, page: Int) {
    let read = furthest == 0 ? 0 : Double(top) / Double(furthest)
    let changed = count != self.count || page != self.page
    self.count = count
    self.page = max(1, page)
    if changed { top = Int((read * Double(furthest)).rounded()) }
  }

  /// Scrolls as little as needed to show the lines.
  package mutating func reveal(_ lines: Range<Int>) {
    if lines.upperBound > top + page { top = lines.upperBound - page }
    if lines.lowerBound < top { top = lines.lowerBound }
    move(by: 0)
  }

  /// Such as `lines 1-20 of 46  43%`.
  package func position(in language: Language) -> String {
    let percent = count == 0 ? 100 : visible.upperBound * 100 / count
    let range = "\(min(count, top + 1))-\(visible.upperBound)"
    return Text(
      en: "lines \(range) of \(count)  \(percent)%",
      ja: "\(range)行 / \(count)行  \(percent)%"
    )[language]
  }
}

extension Movement {
  /// The same for the cursor of a list.
  func motion<ID>() -> Selection<ID>.Motion {
    switch self {
    case .down: .next
    case .up: .previous
    case .halfDown: .halfPageDown
    case .halfUp: .halfPageUp
    case .pageDown: .pageDown
    case .pageUp: .pageUp
    case .first: .first
    case .last: .last
    }
  }
}

extension KeyBinding {
  fileprivate static func moving(_ key: Key, _ other: Key?, _ command: Command, _ words: Text)
    -> Self
  {
    if let other {
      Self(key, other, command: command, hint: words, help: words)
    } else {
      Self(key, command: command, hint: words, help: words)
    }
  }
}
