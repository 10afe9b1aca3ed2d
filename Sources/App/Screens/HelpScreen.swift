import Checks
import Domain
import TerminalUI

/// Every key of the screen below, every key of all screens, and what the tags mean.
package struct HelpScreen: Page {
  package static let name = Text(en: "this list of keys", ja: "キー一覧")

  /// A line of a key table.
  package struct Entry: Sendable {
    let keys: [Key]
    let words: Text
    /// Why it cannot be done now.
    let refusal: Text?

    init<Command>(_ binding: KeyBinding<Command>, refusal: Text?) {
      keys = binding.keys
      words = binding.help
      self.refusal = refusal
    }

    private init(_ key: Key, _ words: Text) {
      keys = [key]
      self.words = words
      refusal = nil
    }

    /// Keys that the terminal's side answers before any screen sees them.
    static let ofTerminal = [
      Entry(.control("l"), Text(en: "draw everything again", ja: "再描画")),
      Entry(.control("z"), Text(en: "suspend", ja: "一時停止")),
    ]
  }

  private let subject: Text
  private let entries: [Entry]
  private var scroll = Scroll()
  private var lines: [StyledLine] = []

  package init(of page: any Page) {
    subject = type(of: page).name
    entries = page.help
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    lines = text(width: surroundings.width, in: surroundings.language)
    scroll.fit(count: lines.count, page: max(1, surroundings.height - 3))
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case close
    case move(Movement)

    package static let allCases: [Self] = [.close] + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .escape,
        command: .close,
        hint: Text(en: "close", ja: "閉じる"),
        help: Text(en: "close this list", ja: "この一覧を閉じる"),
        weight: 90
      )
    ] + Movement.bindings(Command.move)

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .close: return .close
    case .move(let movement): scroll.move(movement)
    }
    return nil
  }

  // MARK: What is shown

  package func draw(on canvas: inout Canvas, in language: Language) {
    let title = Text(en: "Keys", ja: "キー一覧")
    canvas.drawBar(left: " \(title[language])   \(subject[language])", right: "", row: 0)
    for (offset, index) in scroll.visible.enumerated() {
      canvas.write(lines[index], column: 1, row: offset + 1, width: canvas.width - 2)
    }
    canvas.writeRight(
      scroll.position(in: language),
      endingAt: canvas.width - 1,
      row: canvas.height - 2
    )
  }

  private func text(width: Int, in language: Language) -> [StyledLine] {
    let everywhere = GlobalCommand.keymap.map { Entry($0, refusal: nil) } + Entry.ofTerminal
    let (here, refused) = (
      entries.filter { $0.refusal == nil }, entries.filter { $0.refusal != nil }
    )
    var lines = Self.section(Text(en: "On this screen", ja: "この画面"), language)
    lines += Self.table(here, width: width, in: language)
    if !refused.isEmpty {
      lines += Self.section(Text(en: "Not now", ja: "いまは使えないキー"), language)
      lines += refused.flatMap { Self.refusedLines($0, width: width, in: language) }
    }
    lines += Self.section(Text(en: "Everywhere", ja: "どの画面でも"), language)
    lines += Self.table(everywhere, width: width, in: language)
    lines += Self.section(Text(en: "Signs", ja: "記号"), language)
    lines += Self.legend(width: width, in: language)
    return Array(lines.dropFirst())
  }

  private static func section(_ title: Text, _ language: Language) -> [StyledLine] {
    ["", StyledLine(title[language], .heading)]
  }

  private static let keyWidth = 14

  /// In two columns where they fit.
  private static func table(
    _ entries: [Entry],
    width: Int,
    in language: Language
  ) -> [StyledLine] {
    let columns = width >= 76 ? 2 : 1
    let columnWidth = (width - 2) / columns
    let cells = entries.map { entry in
      let words = entry.words[language]
      return ("  " + keys(of: entry, in: language) + words).padded(toWidth: columnWidth)
    }
    let height = (cells.count + columns - 1) / columns
    return (0..<height).map { row in
      let line = stride(from: row, to: cells.count, by: height).map { cells[$0] }.joined()
      return StyledLine(line)
    }
  }

  private static func keys(of entry: Entry, in language: Language) -> String {
    let labels = entry.keys.map { $0.label[language] }.joined(separator: " ")
    return labels.displayWidth < keyWidth ? labels.padded(toWidth: keyWidth) : labels + "  "
  }

  private static func refusedLines(
    _ entry: Entry,
    width: Int,
    in language: Language
  ) -> [StyledLine] {
    let head = "  " + keys(of: entry, in: language) + entry.words[language]
    let reason = (entry.refusal?[language] ?? "").wrapped(toWidth: width - keyWidth - 6)
    let indent = String(repeating: " ", count: keyWidth + 4)
    return [StyledLine(head)] + reason.map { StyledLine(indent + $0, .dimmed) }
  }

  /// Tags with their words, as many on a line as fit.
  private static func legend(width: Int, in language: Language) -> [StyledLine] {
    var words: [(mark: Mark, text: String)] = []
    for mark in Mark.all {
      if let index = words.firstIndex(where: { $0.mark.tag == mark.tag }) {
        words[index].text += "/" + mark.words[language]
      } else {
        words.append((mark, mark.words[language]))
      }
    }
    var lines: [StyledLine] = []
    var line = StyledLine("  ")
    for (mark, text) in words {
      let item: [StyledLine.Piece] = [.init(mark.tag, mark.style), .init(" \(text)  ")]
      if line.displayWidth + StyledLine(item).displayWidth > width - 2 {
        lines.append(line)
        line = StyledLine("  ")
      }
      line.pieces += item
    }
    let rule = Text(
      en: "  A ! in the sign asks somebody to act.",
      ja: "  ! のある行は対応が必要です。"
    )
    return lines + [line, StyledLine(rule[language])]
  }
}
