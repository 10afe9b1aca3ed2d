import Checks
import Domain
import TerminalUI

/// What to do about a row, step by step, with addresses to read on.
package struct GuideScreen: TextPage {
  package static let name = Text(en: "a guide", ja: "手順の画面")

  private(set) var id: CheckID
  private(set) var surroundings: Surroundings?
  /// Its stops are addresses.
  var text = LongText<String>()

  package init(_ id: CheckID) {
    self.id = id
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    let isLaidOut =
      self.surroundings?.width == surroundings.width
      && self.surroundings?.height == surroundings.height
      && self.surroundings?.language == surroundings.language
    self.surroundings = surroundings
    if !isLaidOut { layOut() }
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case open
    case nextLink
    case previousLink
    case next
    case previous
    case read(Reading)

    package static let allCases: [Self] =
      [.open, .nextLink, .previousLink, .next, .previous] + Reading.allCases.map(Self.read)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        "o",
        .enter,
        "l",
        .right,
        command: .open,
        hint: Text(en: "open address", ja: "リンクを開く"),
        help: Text(en: "open the address", ja: "リンクを開く"),
        weight: 90
      ),
      KeyBinding(
        .tab,
        command: .nextLink,
        hint: Text(en: "next address", ja: "次のリンク"),
        help: Text(en: "to the next address", ja: "次のリンクへ"),
        weight: 70
      ),
      KeyBinding(
        .shiftTab,
        command: .previousLink,
        hint: Text(en: "address before", ja: "前のリンク"),
        help: Text(en: "to the one before", ja: "前のリンクへ")
      ),
      .nextSibling(.next, Text(en: "next guide", ja: "次の手順")),
      .previousSibling(.previous, Text(en: "guide before", ja: "前の手順")),
    ] + Reading.bindings(Command.read)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .open where text.stop == nil || !text.isVisible(text.stop):
      Text(en: "no address is in sight; Tab goes to one", ja: "リンクが見えていません。Tab で移動します")
    case .read(let reading): text.refusal(of: reading)
    default: nil
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .open: return text.stop.map(Step.browse)
    case .nextLink: return turn(by: 1)
    case .previousLink: return turn(by: -1)
    case .next: return showGuide(by: 1)
    case .previous: return showGuide(by: -1)
    case .read(let reading):
      let step = text.read(reading)
      if reading == .wrap { layOut() }
      return step
    }
  }

  private mutating func turn(by step: Int) -> Step? {
    text.turn(by: step)
      ? nil : .say(Text(en: "there is no further address", ja: "この先にリンクはありません"))
  }

  private mutating func showGuide(by step: Int) -> Step? {
    let ids = surroundings?.board.rows.map(\.id) ?? []
    guard let here = ids.firstIndex(of: id), ids.indices.contains(here + step) else {
      return .say(Refusal.noSibling(after: step > 0))
    }
    id = ids[here + step]
    text.rewind()
    layOut()
    return nil
  }

  private mutating func layOut() {
    guard let surroundings else { return }
    let document = Markdown(Guide.markdown(of: id, in: surroundings.language)).document(
      width: text.width(on: surroundings.width - 2),
      edge: text.width(on: surroundings.width)
    )
    text.show(
      document.map { .init($0.text, stop: $0.address, isFlush: $0.isAddress) },
      page: max(1, surroundings.height - 3)
    )
  }

  // MARK: What is shown

  package func draw(on canvas: inout Canvas, in language: Language) {
    let title = surroundings?.board.row(id)?.check.title(fitting: canvas.width - 24, in: language)
    let name = Text(en: "guide", ja: "手順")
    canvas.drawBar(left: " \(id)  \(title ?? "")", right: name[language], row: 0)
    text.draw(on: &canvas, row: 1, in: language)
  }
}
