import Checks
import Domain
import TerminalUI

/// How far the running scan is, row by row; after it, how it went.
package struct ProgressScreen: Page {
  package static let name = Text(en: "the scan", ja: "実行状況")

  package private(set) var surroundings: Surroundings?
  private(set) var selection = Selection<CheckID>()

  package init() {}

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    selection.height = max(1, surroundings.height - ProgressDrawing.linesAround)
    selection.replace(with: rows.map(\.id))
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case open
    case cancel
    case rescanAll
    case nextIssue
    case previousIssue
    case move(Movement)

    package static let allCases: [Self] =
      [.open, .cancel, .rescanAll, .nextIssue, .previousIssue]
      + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .enter,
        "l",
        .right,
        command: .open,
        hint: Text(en: "open", ja: "詳細"),
        help: Text(en: "open the row", ja: "項目を開く"),
        weight: 90
      ),
      .cancel(.cancel),
      .rescanAll(.rescanAll),
      .nextIssue(.nextIssue),
      .previousIssue(.previousIssue),
    ] + Movement.bindings(Command.move)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .open where selected == nil: Self.nothingRun
    case .cancel where selected == nil: Self.nothingRun
    case .cancel: Refusal.cancel(selected)
    case .rescanAll: Refusal.scan(in: surroundings?.board)
    default: nil
    }
  }

  static let nothingRun = Text(
    en: "nothing has run since the start; <R> runs every row",
    ja: "起動後まだ実行していません。<R> ですべて実行します"
  )

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .open: return selected.map { .open(.item($0.id)) }
    case .cancel: return selected.map { .cancel($0.id) }
    case .rescanAll: return .rescanAll
    case .nextIssue: return seekIssue(forward: true)
    case .previousIssue: return seekIssue(forward: false)
    case .move(let movement): selection.move(movement.motion())
    }
    return nil
  }

  package mutating func click(row: Int) -> Click {
    selection.click(line: row - ProgressDrawing.firstRow)
  }
  package mutating func roll(by lines: Int) { selection.roll(by: lines) }

  package mutating func go(to number: Int) -> Bool {
    guard selection.ids.indices.contains(number - 1) else { return false }
    return selection.select(selection.ids[number - 1])
  }

  private mutating func seekIssue(forward: Bool) -> Step? {
    let found = rows.nearest(to: selection.id, forward: forward) { row in
      !row.isActive && row.standing.needsAction
    }
    guard let found else { return .say(Refusal.nothingToDo) }
    selection.select(found.id)
    return found.wentRound ? .say(Refusal.wentRound) : nil
  }

  // MARK: What is shown

  var board: Board? { surroundings?.board }
  private var selected: Board.Row? { selection.id.flatMap { board?.row($0) } }

  /// What runs before what waits before what is done.
  var rows: [Board.Row] {
    guard let board, let scan = board.scan else { return [] }
    let asked = board.rows.filter { scan.rows.contains($0.id) }
    return asked.filter(\.isRunning) + asked.filter { $0.activity == .queued }
      + asked.filter { !$0.isActive }
  }

  package func draw(on canvas: inout Canvas, in language: Language) {
    ProgressDrawing(self, language)?.draw(on: &canvas)
  }
}
