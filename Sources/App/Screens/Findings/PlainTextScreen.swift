import Domain
import TerminalUI

/// Text alone, from the first column, for the terminal's own selection.
///
/// The terminal wraps it and not we, so that a line that is longer than the screen is selected as
/// one. A page never scrolls the screen.
package struct PlainTextScreen: Page {
  package static let name = Text(en: "text to select", ja: "文字だけの表示")

  private let lines: [String]
  package private(set) var surroundings: Surroundings?
  private var pages: [Range<Int>] = []
  private var page = 0

  package init(_ lines: [String]) {
    self.lines = lines
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    pages = Self.pages(of: lines, width: surroundings.width, height: surroundings.height - 2)
    page = min(page, pages.count - 1)
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case nextPage
    case previousPage
    case close
  }

  package static let keymap: [KeyBinding<Command>] = [
    KeyBinding(
      " ",
      .pageDown,
      .down,
      "j",
      command: .nextPage,
      hint: Text(en: "next page", ja: "次のページ"),
      help: Text(en: "next page", ja: "次のページ"),
      weight: 80
    ),
    KeyBinding(
      .pageUp,
      .up,
      "k",
      command: .previousPage,
      hint: Text(en: "page before", ja: "前のページ"),
      help: Text(en: "page before", ja: "前のページ"),
      weight: 20
    ),
    KeyBinding(
      .escape,
      .enter,
      "Y",
      command: .close,
      hint: Text(en: "back", ja: "戻る"),
      help: Text(en: "back to the screen", ja: "元の画面へ戻る"),
      weight: 90
    ),
  ]

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .nextPage where page + 1 >= pages.count:
      Text(en: "this is the last page; <Esc> goes back", ja: "最後のページです。<Esc> で戻ります")
    case .previousPage where page == 0:
      Text(en: "this is the first page; <Esc> goes back", ja: "最初のページです。<Esc> で戻ります")
    default: nil
    }
  }

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .nextPage: page += 1
    case .previousPage: page -= 1
    case .close: return .close
    }
    return nil
  }

  // MARK: What is shown

  /// The page as the terminal is to show it.
  var text: String {
    guard pages.indices.contains(page) else { return "" }
    return lines[pages[page]].joined(separator: "\n")
  }

  /// Nothing: the text is not drawn in cells.
  package func draw(on canvas: inout Canvas, in language: Language) {
    canvas.anchor = Canvas.Position(column: 0, row: 0)
  }

  /// As many lines on a page as fit once the terminal has wrapped them.
  private static func pages(of lines: [String], width: Int, height: Int) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = 0
    var used = 0
    for (index, line) in lines.enumerated() {
      // A tab goes to the next multiple of eight; a wide character may leave a cell free.
      let tabs = line.utf8.count { $0 == 0x09 }
      let rows = max(
        1,
        (line.displayWidth + tabs * 8 + line.displayWidth / width + width - 1) / width
      )
      if index > start, used + rows > height {
        pages.append(start..<index)
        (start, used) = (index, 0)
      }
      used += rows
    }
    return pages + [start..<lines.count]
  }
}
