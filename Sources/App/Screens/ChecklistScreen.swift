import Checks
import Domain
import TerminalUI

/// The whole checklist, one line a row, under the heads of its sections.
package struct ChecklistScreen: Page {
  package static let name = Text(en: "the checklist", ja: "チェックリスト")

  package private(set) var surroundings: Surroundings?
  private(set) var selection = Selection<CheckID>()
  private(set) var filter = ListFilter()
  private(set) var preview = ChecklistLayout.Preview.beside
  private(set) var marks: Set<CheckID> = []

  package init() {}

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    return narrow().map(Self.gone)
  }

  /// How the list is left, and as it was left.
  var saved: SavedView.Checklist {
    get {
      SavedView.Checklist(
        cursor: selection.id?.number,
        words: filter.words,
        scope: filter.scope,
        preview: preview
      )
    }
    set {
      filter.restore(newValue.words, newValue.scope)
      preview = newValue.preview
      narrow()
      if let cursor = newValue.cursor.flatMap({ CheckID($0) }) { selection.select(cursor) }
    }
  }

  // MARK: Commands

  package var isTyping: Bool { filter.isTyping }

  package func hints(in language: Language) -> [Footer.Hint] {
    isTyping ? filter.typingHints(in: language) : ownHints(in: language)
  }

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .open where selected == nil, .guide where selected == nil, .mark where selected == nil,
      .history where selected == nil:
      Refusal.nothingSelected
    case .rescan: Refusal.rescan(rowToRescan, in: board)
    case .rescanAll: Refusal.scan(in: board)
    case .renew where !marks.isEmpty: refusalOfRenewals
    case .renew: Refusal.renew(selected, in: board)
    case .zoom where !(surroundings.map { ChecklistLayout($0, preview).hasRoom } ?? false):
      Text(
        en: "a preview needs 100 columns and 24 lines; <Enter> opens the row",
        ja: "プレビューには100桁と24行が必要です。<Enter> で項目を開きます"
      )
    case .attest: Refusal.attest(rowToAttest, in: board)
    case .cancel: Refusal.cancel(selected)
    default: nil
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .open: return selected.map { .open(.item($0.id)) }
    case .filter: filter.beginTyping()
    case .rescan: return .rescan(chosen { !$0.isActive })
    case .rescanAll: return .rescanAll
    case .attest:
      let rows = chosen(where: \.check.isManual)
      return rows.first.map { .open(.attest($0, others: Array(rows.dropFirst()))) }
    case .renew: return renew()
    case .exceptions: return .perform(.exceptions)
    case .history: return selected.map { .open(.history($0.id)) }
    case .mark: mark()
    case .markAll: markAll()
    case .cancel: return selected.map { .cancel($0.id) }
    case .guide: return selected.map { .open(.guide($0.id)) }
    case .nextIssue: return seekIssue(forward: true)
    case .previousIssue: return seekIssue(forward: false)
    case .zoom: preview = preview.next
    case .cycleScope: cycleScope()
    case .section(let section): return jump(to: section)
    case .nextSection: return jumpSection(by: 1)
    case .previousSection: return jumpSection(by: -1)
    case .stepOut: return stepOut()
    case .move(let movement): selection.move(movement.motion())
    }
    return nil
  }

  package mutating func typed(_ key: Key) -> Bool {
    defer { narrow() }
    return filter.typed(key)
  }

  package mutating func pasted(_ text: String) {
    filter.pasted(text)
    narrow()
  }

  package mutating func narrow(to words: String) -> Bool {
    filter.restore(words, filter.scope)
    narrow()
    return true
  }

  /// To the row that the checklist gives this number.
  package mutating func go(to number: Int) -> Bool {
    guard let row = visible.first(where: { $0.id.isNumbered(number) }) else { return false }
    return selection.select(row.id)
  }

  package mutating func click(row: Int) -> Click {
    guard let surroundings else { return .nothing }
    let layout = ChecklistLayout(surroundings, preview)
    let (lines, shown) = (lines(in: layout), visibleLines(in: layout))
    let index = shown.lowerBound + row - layout.list.lowerBound
    guard !layout.isZoomed, shown.contains(index), let row = lines[index].row else {
      return .nothing
    }
    guard row.id != selection.id else { return .selectedItem }
    return selection.select(row.id) ? .item : .nothing
  }

  package mutating func roll(by lines: Int) { selection.roll(by: lines) }

  private mutating func cycleScope() {
    filter.cycle()
    narrow()
  }

  private mutating func mark() {
    guard let id = selection.id else { return }
    marks.formSymmetricDifference([id])
    selection.move(.next)
  }

  private mutating func markAll() {
    let shown = Set(visible.map(\.id))
    marks = marks.isSuperset(of: shown) ? [] : marks.union(shown)
  }

  /// The marked rows of that kind, or else the one under the cursor.
  private func chosen(where isWanted: (Board.Row) -> Bool) -> [CheckID] {
    let rows = marks.isEmpty ? [selected].compactMap { $0 } : marked
    return rows.filter(isWanted).map(\.id)
  }

  /// One row in the form, several after a question: each as it was judged last.
  private func renew() -> Step? {
    guard let board, !marks.isEmpty else {
      return selected.map { .open(.attest($0.id, isRenewal: true)) }
    }
    return Question.renewal(of: marked, on: board).map(Step.ask)
  }

  private var refusalOfRenewals: Text? {
    if let refusal = Refusal.attest(rowToAttest, in: board) { return refusal }
    guard let board, Question.renewal(of: marked, on: board) == nil else { return nil }
    return Text(
      en: "none of the marked rows has an evaluation yet; <a> records one",
      ja: "選択中の項目はまだ評価されていません。<a> で記録します"
    )
  }

  /// In the checklist's order, those that the filter hides too.
  var marked: [Board.Row] { board?.rows.filter { marks.contains($0.id) } ?? [] }

  /// What decides whether something can be done with what is chosen.
  private var rowToAttest: Board.Row? { marked.first(where: \.check.isManual) ?? firstChosen }
  private var rowToRescan: Board.Row? {
    marked.first { !$0.isActive } ?? firstChosen
  }
  private var firstChosen: Board.Row? { marked.first ?? selected }

  private mutating func stepOut() -> Step? {
    if !marks.isEmpty {
      marks = []
      return nil
    }
    guard filter.isActive else { return .dismissProblem }
    filter.clear()
    narrow()
    return nil
  }

  /// The next row that needs action, from the other end when there is none before the end.
  private mutating func seekIssue(forward: Bool) -> Step? {
    let found = visible.nearest(to: selection.id, forward: forward, where: \.standing.needsAction)
    guard let found else { return .say(Refusal.nothingToDo) }
    selection.select(found.id)
    return found.wentRound ? .say(Refusal.wentRound) : nil
  }

  private mutating func jump(to section: Check.Section) -> Step? {
    guard let first = visible.first(where: { $0.check.section == section }) else {
      return .say(Text(en: "no row of that section is shown", ja: "その区分の項目は表示されていません"))
    }
    selection.select(first.id)
    return nil
  }

  private mutating func jumpSection(by step: Int) -> Step? {
    let sections = Check.Section.allCases
    let here = selected.flatMap { sections.firstIndex(of: $0.check.section) } ?? 0
    let next = min(max(0, here + step), sections.count - 1)
    return jump(to: sections[next])
  }

  /// Gives the row that the cursor had to leave.
  @discardableResult
  private mutating func narrow() -> CheckID? {
    if let surroundings {
      selection.height = Self.rowsPerPage(in: ChecklistLayout(surroundings, preview))
    }
    return selection.replace(with: visible.map(\.id))
  }

  private static func gone(_ row: CheckID) -> Text {
    Text(en: "\(row) is no longer in the list", ja: "\(row) は一覧からなくなりました")
  }

  // MARK: What is shown

  var board: Board? { surroundings?.board }

  var selected: Board.Row? {
    selection.id.flatMap { board?.row($0) }
  }

  var visible: [Board.Row] {
    guard let board else { return [] }
    guard filter.isActive else { return board.rows }
    let query = filter.query
    return board.rows.filter { row in
      isInScope(row, of: board) && (query.isEmpty || query.matches(row.searchText))
    }
  }

  private func isInScope(_ row: Board.Row, of board: Board) -> Bool {
    switch filter.scope {
    case .all: return true
    case .needsAction: return row.standing.needsAction
    case .changed:
      let past = board.pastCounts(of: row.id).prefix(2).map(\.counts)
      return past.count == 2 && past[0] != past[1]
    }
  }

  package var written: Writing.Rows? {
    .checklist(board?.record, (marks.isEmpty ? visible : marked).map(\.id))
  }

  package var standing: StandingDecision? { StandingDecision(of: selected, on: board) }

  enum Line {
    case head(Check.Section)
    case row(Board.Row)

    var row: Board.Row? {
      if case .row(let row) = self { row } else { nil }
    }
  }

  /// Rows under the heads of their sections; without heads where there is no room for them.
  func lines(in layout: ChecklistLayout) -> [Line] {
    Check.Section.allCases.flatMap { section in
      let rows = visible.filter { $0.check.section == section }.map(Line.row)
      return rows.isEmpty || !layout.showsHeads ? rows : [.head(section)] + rows
    }
  }

  /// The lines on screen, the cursor's among them.
  func visibleLines(in layout: ChecklistLayout) -> Range<Int> {
    let lines = lines(in: layout)
    let firstRow = selection.visible(height: Self.rowsPerPage(in: layout)).lowerBound
    let rowLines = lines.indices.filter { lines[$0].row != nil }
    let firstLine = firstRow == 0 ? 0 : rowLines[firstRow]
    let top = max(0, min(firstLine, lines.count - layout.list.count))
    return top..<min(lines.count, top + layout.list.count)
  }

  /// Every head may take a line from the rows.
  private static func rowsPerPage(in layout: ChecklistLayout) -> Int {
    let heads = layout.showsHeads ? Check.Section.allCases.count : 0
    return max(1, layout.list.count - heads)
  }

  /// While nothing runs, what is to do can wait; what the selected row is about cannot.
  package func noticeRow(height: Int) -> Int {
    guard let surroundings, board?.isRunning == false, board?.problem == nil, !filter.isActive,
      !filter.isTyping
    else { return height - 2 }
    return ChecklistLayout(surroundings, preview).runRow
  }

  package func draw(on canvas: inout Canvas, in language: Language) {
    ChecklistDrawing(self, language)?.draw(on: &canvas)
  }
}

extension CheckID {
  /// Whether its number begins so: 2 is the first of `02-01` and `02-02`.
  fileprivate func isNumbered(_ wanted: Int) -> Bool {
    number.split(separator: "-").first.flatMap { Int($0) } == wanted
  }
}

extension Board.Row {
  /// What a filter looks at: both languages, whichever is shown.
  fileprivate var searchText: String {
    let texts = [check.title, check.shortTitle, standing.words]
    return ([id.description, standing.tag] + texts.flatMap { [$0.en, $0.ja] })
      .joined(separator: " ")
  }
}
