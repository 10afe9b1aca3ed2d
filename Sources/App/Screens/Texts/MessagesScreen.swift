import Domain
import FoundationEssentials
import TerminalUI

/// Everything the program has said since it was started, the latest first.
package struct MessagesScreen: TextPage {
  package static let name = Text(en: "messages", ja: "メッセージ")

  private(set) var surroundings: Surroundings?
  var text = LongText<Never>()

  package init() {}

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    layOut()
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case read(Reading)

    package static let allCases: [Self] = Reading.allCases.map(Self.read)
  }

  package static let keymap: [KeyBinding<Command>] = Reading.bindings(Command.read)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .read(let reading): text.refusal(of: reading)
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .read(let reading):
      let step = text.read(reading)
      layOut()
      return step
    }
  }

  private mutating func layOut() {
    guard let surroundings else { return }
    let width = text.width(on: surroundings.width - 2)
    let lines = surroundings.notices.reversed().flatMap { notice in
      Self.lines(of: notice, surroundings, width: width)
    }
    text.show(lines, page: max(1, surroundings.height - 3))
  }

  private static func lines(
    of notice: Notice,
    _ surroundings: Surroundings,
    width: Int
  ) -> [LongText<Never>.Line] {
    let moment = surroundings.board.dates.timeOfMessage(notice.since)
    let indent = String(repeating: " ", count: moment.displayWidth + 2)
    let lines = notice.text[surroundings.language].wrapped(toWidth: width - indent.count)
    return lines.enumerated().map { index, line in
      .init(
        StyledLine([
          .init(index == 0 ? moment + "  " : indent, .dimmed),
          .init(line, notice.isProblem ? Style(.bad) : .plain),
        ])
      )
    }
  }

  // MARK: What is shown

  package func draw(on canvas: inout Canvas, in language: Language) {
    let count = surroundings?.notices.count ?? 0
    let title = Text(en: "Messages", ja: "メッセージ")
    let right = Text(en: "\(count) since the start", ja: "起動後 \(count)件")
    canvas.drawBar(left: " \(title[language])", right: right[language], row: 0)
    text.draw(on: &canvas, row: 1, in: language)
    guard count == 0 else { return }
    let none = Text(
      en: "Nothing has been said yet. Notices and errors are kept here.",
      ja: "まだメッセージはありません。通知とエラーはここに残ります。"
    )
    canvas.write(none[language], column: 1, row: 2)
  }
}

extension DateWords {
  /// Such as `10:39:02`; of another day with its date.
  fileprivate func timeOfMessage(_ date: Date) -> String {
    let (then, today) = (zone.calendarTime(of: date), zone.calendarTime(of: now))
    return then.date == today.date
      ? then.timeWithSeconds : "\(then.monthAndDay) \(then.timeWithSeconds)"
  }
}
