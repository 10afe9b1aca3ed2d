import Checks
import Domain
import FoundationEssentials
import StateStore
import TerminalUI

/// Every saved account against every row of the checklist, worst first.
package struct MatrixScreen: NarrowedList {
  package static let name = Text(en: "the matrix", ja: "マトリクス")

  private(set) var surroundings: Surroundings?
  var selection = Selection<AccountID>()
  var filter = ListFilter()
  private(set) var grid: AccountGrid?
  /// The column of the cursor.
  private(set) var column = 0
  private(set) var isSortedByColumn = false

  package init() {}

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    let isNews =
      self.surroundings.map { before in
        before.accounts?.state.revision != surroundings.accounts?.state.revision
          || before.accounts?.profiles != surroundings.accounts?.profiles
          || surroundings.board.now.timeIntervalSince(before.board.now) > 60
      } ?? true
    self.surroundings = surroundings
    if isNews {
      grid = surroundings.accounts.map { AccountGrid($0, at: surroundings.board.now) }
      sort()
    }
    return narrow() == nil
      ? nil : Text(en: "that account is no longer in the list", ja: "そのアカウントは一覧からなくなりました")
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case open
    case right
    case left
    case sort
    case filter
    case stepOut
    case move(Movement)

    package static let allCases: [Self] =
      [.open, .right, .left, .sort, .filter, .stepOut] + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .enter,
        "l",
        command: .open,
        hint: Text(en: "open", ja: "詳細"),
        help: Text(en: "open account and row", ja: "アカウントと項目を開く"),
        weight: 90
      ),
      KeyBinding(
        .right,
        ">",
        .tab,
        command: .right,
        hint: Text(en: "row", ja: "項目"),
        help: Text(en: "next row of the list", ja: "次の項目へ"),
        weight: 85
      ),
      KeyBinding(
        .left,
        "<",
        .shiftTab,
        command: .left,
        hint: Text(en: "row before", ja: "前の項目"),
        help: Text(en: "row before", ja: "前の項目へ")
      ),
      KeyBinding(
        "s",
        command: .sort,
        hint: Text(en: "sort", ja: "並び"),
        help: Text(en: "by this row / by all", ja: "この項目で並べる/全体"),
        weight: 75
      ),
      .filter(.filter),
      .stepOut(.stepOut),
    ] + Movement.bindings(Command.move)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .open where selected == nil: Refusal.nothingSelected
    case .open where surroundings?.board.isRunning ?? false: AccountChoice.running
    case .right where column == Catalog.checks.count - 1:
      Text(en: "this is the last row; Left goes back", ja: "最後の項目です。左で戻ります")
    case .left where column == 0:
      Text(en: "this is the first row; q goes back", ja: "最初の項目です。q で戻ります")
    case .stepOut where !filter.isActive: Notice.escape
    default: nil
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .open:
      return selected.map { .use($0.choice, row: check.id) }
    case .right: move(to: column + 1)
    case .left: move(to: column - 1)
    case .sort:
      isSortedByColumn.toggle()
      sort()
      narrow()
      selection.move(.first)
    case .filter: filter.beginTyping()
    case .stepOut: widen()
    case .move(let movement): selection.move(movement.motion())
    }
    return nil
  }

  private mutating func move(to column: Int) {
    self.column = column
    guard isSortedByColumn else { return }
    sort()
    narrow()
  }

  private mutating func sort() {
    let row = isSortedByColumn ? check.id : nil
    grid?.sort(by: row)
  }

  /// Gives the account that the cursor had to leave.
  @discardableResult
  mutating func narrow() -> AccountID? {
    selection.height = max(1, (surroundings?.height ?? 0) - MatrixDrawing.linesAround)
    return selection.replace(with: visible.map(\.id))
  }

  // MARK: What is shown

  /// The row of the cursor's column.
  var check: Check { Catalog.checks[column] }

  var visible: [AccountGrid.Line] {
    let lines = grid?.lines ?? []
    guard filter.isActive else { return lines }
    let query = filter.query
    return lines.filter { query.isEmpty || query.matches($0.searchText) }
  }

  var selected: AccountGrid.Line? {
    selection.id.flatMap { id in grid?.lines.first { $0.id == id } }
  }

  package func draw(on canvas: inout Canvas, in language: Language) {
    MatrixDrawing(self, language)?.draw(on: &canvas)
  }
}
