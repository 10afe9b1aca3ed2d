import Checks
import Domain
import TerminalUI

/// Everything one row judged, worst first unless somebody sorts it.
package struct FindingsScreen: Page {
  package static let name = Text(en: "the list of findings", ja: "検出一覧")

  let row: CheckID
  private(set) var surroundings: Surroundings?
  private(set) var list = FindingsList()
  /// Whether what is gone is shown, and not what is there.
  private(set) var showsPast = false
  /// The list that is not shown.
  private var other = FindingsList()
  private(set) var sortMenu = OpenMenu<FindingOrder.Key>()
  private(set) var copyMenu = OpenMenu<CopyForm>()
  /// Where the cursor was when the list was left; taken up once the findings are there.
  private var cursor: FindingRecord.ID?
  private var errands: [Step] = []
  private var asked: Arrangement?

  package init(_ row: CheckID, _ memory: FindingsMemory = FindingsMemory()) {
    self.row = row
    list.restore(memory.history)
    guard let view = memory.views[row] else { return }
    list.restore(view)
    cursor = view.cursor
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    list.setHeight(FindingsLayout(surroundings).list.count)
    let gone = takeFindings()
    request()
    takeUpCursor()
    return gone.map(Self.gone)
  }

  private mutating func takeFindings() -> FindingRecord? {
    let current = board?.row(row)
    guard showsPast else {
      return list.take(current?.findings, current?.exceptions ?? .none)
    }
    return list.take(current?.findings.map { $0.past ?? .nothing })
  }

  /// The list that was left keeps its cursor, its marks and its filter.
  private mutating func switchTab() {
    swap(&list, &other)
    showsPast.toggle()
    if let surroundings { list.setHeight(FindingsLayout(surroundings).list.count) }
    _ = takeFindings()
  }

  mutating func take(_ outcome: Arrangement.Outcome) -> Text? {
    let gone = list.take(outcome)
    takeUpCursor()
    return gone.map(Self.gone)
  }

  package mutating func takeErrands() -> [Step] {
    defer { errands = [] }
    return errands
  }

  /// How the list is left.
  func remember(in memory: inout FindingsMemory) {
    let list = showsPast ? other : list
    memory.history = list.filter.history
    memory.views[row] = FindingsMemory.View(
      words: list.filter.words,
      scope: list.filter.scope,
      order: list.order,
      cursor: list.selected?.id
    )
  }

  private mutating func takeUpCursor() {
    guard list.findings != nil, list.awaited == nil, let cursor else { return }
    list.select(cursor)
    self.cursor = nil
  }

  /// Asks for what takes too long to be done here.
  private mutating func request() {
    guard let awaited = list.awaited, asked != awaited else { return }
    asked = awaited
    errands.append(.arrange(awaited))
  }

  // MARK: Typing

  package var isTyping: Bool { list.filter.isTyping }
  package var hidesGlobalKeys: Bool { isTyping || sortMenu.isOpen || copyMenu.isOpen }

  package func hints(in language: Language) -> [Footer.Hint] {
    sortMenu.menu?.hints(in: language) ?? copyMenu.menu?.hints(in: language)
      ?? (isTyping ? list.filter.typingHints(in: language) : ownHints(in: language))
  }

  package mutating func typed(_ key: Key) -> Bool {
    defer { request() }
    if let (choice, steps) = sortMenu.press(key) {
      if let choice { list.sort { $0.choose(choice) } }
      errands += steps
      return true
    }
    if let (choice, steps) = copyMenu.press(key) {
      errands += steps + [choice.flatMap { actions?.copy($0) }].compactMap { $0 }
      return true
    }
    guard isTyping else { return false }
    let index = list.findings?.index
    var isUsed = false
    list.narrow { isUsed = $0.typed(key) { index?.completions(of: $0) ?? [] } }
    return isUsed
  }

  package mutating func pasted(_ text: String) {
    list.narrow { $0.pasted(text) }
    request()
  }

  // MARK: Update

  package mutating func narrow(to words: String) -> Bool {
    list.narrow { $0.restore(words, $0.scope) }
    request()
    return true
  }

  package mutating func go(to number: Int) -> Bool {
    list.go(to: number - 1)
  }

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .rescan: Refusal.rescan(board?.row(row))
    case .cancel: Refusal.cancel(board?.row(row))
    case .except where showsPast:
      Text(en: "it is gone; Tab shows what is there", ja: "なくなった検出です。Tab で現在の検出を表示します")
    case .except: refusalWithoutFinding ?? actions?.refusalOfException
    case .takeBack: refusalWithoutFinding ?? actionsOnSelected?.refusalOfEnd
    case .open, .copy, .mark, .range, .markUp, .markDown, .markAll, .record, .plainText, .console:
      refusalWithoutFinding ?? (command == .console ? actionsOnSelected?.refusalOfConsole : nil)
    default: nil
    }
  }

  private var refusalWithoutFinding: Text? {
    if list.findings == nil { return Refusal.noFindings(of: board?.row(row)) }
    return list.selection.id == nil ? Refusal.nothingSelected : nil
  }

  package mutating func update(_ command: Command) -> Step? {
    defer { request() }
    switch command {
    case .open:
      return .open(.finding(row, list.neighbours))
    case .rescan: return .rescan([row])
    case .cancel: return .cancel(row)
    case .guide: return .open(.guide(row))
    case .nextIssue: return seekIssue(in: 1)
    case .previousIssue: return seekIssue(in: -1)
    case .nextMatch: return seekMatch(in: 1)
    case .previousMatch: return seekMatch(in: -1)
    case .console: return actionsOnSelected?.openConsole
    case .except: return actions?.except
    case .takeBack: return actionsOnSelected?.endException
    case .history: return .open(.history(row))
    case .record: return actionsOnSelected?.openRecord
    case .plainText: return plainText
    case .stepOut: return stepOut()
    default: change(command)
    }
    return nil
  }

  /// What only the list itself is changed by.
  private mutating func change(_ command: Command) {
    switch command {
    case .otherTab: switchTab()
    case .filter: list.narrow { $0.beginTyping() }
    case .cycleScope: list.narrow { $0.cycle() }
    case .sort:
      let words = Text(en: "sort by (S reverses)", ja: "並べ替え (S で逆順)")
      sortMenu.open(Menu(words, FindingOrder.menu.map { Menu.Item($0) }))
    case .reverse: list.sort { $0.reverse() }
    case .mark: list.mark()
    case .range: list.range()
    case .markDown: list.mark(towards: .next)
    case .markUp: list.mark(towards: .previous)
    case .markAll: list.markAll()
    case .copy: if let menu = actions?.menu { copyMenu.open(menu) }
    case .move(let movement): list.move(movement.motion())
    default: break
    }
  }

  /// The innermost thing first: marks, then the filter.
  private mutating func stepOut() -> Step? {
    if list.clearMarks() { return nil }
    guard list.filter.isActive else { return .say(Notice.escape) }
    list.narrow { $0.clear() }
    return nil
  }

  private mutating func seekIssue(in direction: Int) -> Step? {
    seek(in: direction, Text(en: "nothing else here needs action", ja: "ほかに要対応の検出はありません")) {
      [findings = list.findings, exceptions = board?.row(row)?.exceptions ?? .none] place in
      guard let record = findings?.records[place], record.finding.needsAction else { return false }
      return !exceptions.covers(record)
    }
  }

  /// Goes to what the filter looked for last, also after it has been cleared.
  private mutating func seekMatch(in direction: Int) -> Step? {
    let query = list.filter.sought
    guard !query.isEmpty, let findings = list.findings else { return .say(Refusal.noQuery) }
    var isMatch = Array(repeating: false, count: findings.records.count)
    for place in findings.places(passing: query, .all) ?? [] { isMatch[place] = true }
    return seek(in: direction, Text(en: "nothing else matches", ja: "ほかに一致する検出はありません")) {
      isMatch[$0]
    }
  }

  private mutating func seek(
    in direction: Int,
    _ nothing: Text,
    _ isWanted: (Int) -> Bool
  ) -> Step? {
    let ids = list.selection.ids
    let here = list.selection.index
    let next = (1..<max(1, ids.count)).lazy.map { step in
      (here + direction * step + ids.count) % ids.count
    }.first { isWanted(ids[$0]) }
    guard let next else { return .say(nothing) }
    list.move(by: next - here)
    return (next - here) * direction > 0 ? nil : .say(Refusal.wentRound)
  }

  private static func gone(_ record: FindingRecord) -> Text {
    let name = record.finding.resource.name.sanitized.truncatedMiddle(toWidth: 40)
    return Text(en: "\(name) is no longer in the list", ja: "\(name) はなくなりました")
  }

  // MARK: What it acts on

  /// The marked findings, or the one under the cursor.
  private var actions: FindingActions? { actions(on: list.chosen) }
  private var actionsOnSelected: FindingActions? {
    actions(on: [list.selection.id].compactMap { $0 })
  }

  private func actions(on places: [Int]) -> FindingActions? {
    guard let surroundings, let findings = list.findings, !places.isEmpty else { return nil }
    return FindingActions(
      row: row,
      findings: findings,
      places: places,
      surroundings: surroundings
    )
  }

  /// More rows than this nobody selects with a mouse.
  private static let mostPlainRows = 500

  /// The marked rows, or else those on screen and after.
  private var plainText: Step? {
    guard let surroundings, let findings = list.findings else { return nil }
    let first = list.selection.visible(height: list.selection.height).lowerBound
    let rest = list.selection.ids[first...].prefix(Self.mostPlainRows)
    let places = list.marks.isEmpty ? Array(rest) : list.chosen
    let zone = surroundings.board.dates.zone
    let lines = places.prefix(Self.mostPlainRows).map {
      RowLine(findings.records[$0], surroundings.language, zone).spaced
    }
    return .open(.plainText(lines))
  }

  // MARK: What is shown

  private var board: Board? { surroundings?.board }
  var selected: FindingRecord? { list.selected }

  package func draw(on canvas: inout Canvas, in language: Language) {
    FindingsDrawing(self, language)?.draw(on: &canvas)
    sortMenu.menu?.draw(on: &canvas, above: 1, in: language)
    copyMenu.menu?.draw(on: &canvas, above: 1, in: language)
  }
}

extension Finding {
  /// Somebody must act, or give the scan a permission.
  var needsAction: Bool { status == .alert || status == .unknown }
}
