import Domain
import TerminalUI

/// The findings of a row as somebody looks through them: narrowed, sorted, marked, with a cursor.
///
/// Everything goes by the identity of findings, so that it outlives whatever a scan brings. What
/// takes longer than a frame is asked for, and the list stays as it is until that has come.
struct FindingsList: Sendable {
  /// What is shown; the latest ones follow once they are arranged.
  private(set) var findings: Findings?
  /// The cursor in the places of the findings that are shown.
  private(set) var selection = Selection<Int>()
  private(set) var marks = Marks()
  /// How many marks the filter hides.
  private(set) var hiddenMarks = 0
  private(set) var filter = ListFilter(fields: Findings.fields)
  private(set) var order = FindingOrder()
  /// What has been asked for and has not come.
  private(set) var awaited: Arrangement?
  private var latest: Findings?
  private var exceptions = RowExceptions.none
  private var sorted: Arrangement.Sorted?

  /// Gives the finding that the cursor had to leave.
  mutating func take(
    _ latest: Findings?,
    _ exceptions: RowExceptions = .none
  ) -> FindingRecord? {
    guard latest !== self.latest || exceptions !== self.exceptions else { return nil }
    self.latest = latest
    self.exceptions = exceptions
    return arrange()
  }

  /// The same for what was asked for; late answers change nothing.
  mutating func take(_ outcome: Arrangement.Outcome) -> FindingRecord? {
    outcome.arrangement == awaited ? show(outcome) : nil
  }

  // MARK: Narrowing and sorting

  mutating func narrow(_ change: (inout ListFilter) -> Void) {
    settleRange()
    let before = (filter.query, filter.scope)
    change(&filter)
    if before != (filter.query, filter.scope) { arrange() }
  }

  mutating func sort(_ change: (inout FindingOrder) -> Void) {
    settleRange()
    change(&order)
    arrange()
  }

  /// As the list was left: what narrowed it, its order and its cursor.
  mutating func restore(_ view: FindingsMemory.View) {
    filter.restore(view.words, view.scope)
    order = view.order
  }

  mutating func restore(_ history: QueryHistory) {
    filter = ListFilter(fields: Findings.fields, history: history)
  }

  @discardableResult
  private mutating func arrange() -> FindingRecord? {
    guard let latest else {
      let left = selected
      (findings, awaited) = (nil, nil)
      marks.clear()
      selection.replace(with: [])
      return left
    }
    let wanted = Arrangement(
      findings: latest,
      query: filter.query,
      scope: filter.scope,
      order: order,
      exceptions: exceptions
    )
    if wanted.isLong(knowing: sorted) {
      awaited = wanted
      return nil
    }
    return wanted.carriedOut(knowing: sorted).flatMap { show($0) }
  }

  private mutating func show(_ outcome: Arrangement.Outcome) -> FindingRecord? {
    let new = outcome.arrangement.findings
    let left = selected
    awaited = nil
    if let sorted = outcome.sorted { self.sorted = sorted }
    let index = indexNearest(in: outcome.places, of: new)
    if new !== findings { marks.move(from: findings, to: new) }
    findings = new
    selection.exchange(for: outcome.places, index: index)
    hiddenMarks = marks.count - selection.ids.count { marks.contains($0) }
    return selected?.id == left?.id ? nil : left
  }

  /// Where the finding under the cursor is to stand; when it is gone, the nearest after it that is
  /// still there, else the nearest before it.
  private func indexNearest(in places: [Int], of new: Findings) -> Int {
    guard let findings else { return 0 }
    var indices = Array(repeating: -1, count: new.records.count)
    for (index, place) in places.enumerated() { indices[place] = index }
    func index(of row: Int) -> Int? {
      let place = selection.ids[row]
      let there = new === findings ? place : new.place(of: findings.ids[place])
      return there.flatMap { indices[$0] < 0 ? nil : indices[$0] }
    }
    let here = selection.index
    let after = (here..<max(here, selection.ids.count)).lazy.compactMap(index).first
    return after ?? (0..<here).reversed().lazy.compactMap(index).first ?? here
  }

  // MARK: The cursor

  mutating func setHeight(_ height: Int) {
    selection.height = height
  }

  mutating func move(_ motion: Selection<Int>.Motion) {
    selection.move(motion)
  }

  mutating func move(by rows: Int) {
    selection.move(by: rows)
  }

  mutating func roll(by rows: Int) { selection.roll(by: rows) }
  mutating func click(line: Int) -> Click { selection.click(line: line) }

  /// False where the list is shorter than that.
  mutating func go(to index: Int) -> Bool {
    guard selection.ids.indices.contains(index) else { return false }
    selection.move(by: index - selection.index)
    return true
  }

  mutating func select(_ id: FindingRecord.ID) {
    if let place = findings?.place(of: id) { selection.select(place) }
  }

  // MARK: Marks

  mutating func mark() {
    guard let place = selection.id else { return }
    settleRange()
    marks.toggle(place)
    selection.move(.next)
  }

  /// Marks the row of the cursor and the one it goes to.
  mutating func mark(towards motion: Selection<Int>.Motion) {
    settleRange()
    let start = selection.id
    selection.move(motion)
    marks.insert([start, selection.id].compactMap { $0 })
  }

  mutating func range() {
    guard marks.anchor == nil else { return settleRange() }
    selection.id.map { marks.beginRange(at: $0) }
  }

  /// Marks everything shown; clears all marks when it is marked already.
  mutating func markAll() {
    settleRange()
    if marks.count - hiddenMarks == selection.ids.count {
      marks.clear()
      hiddenMarks = 0
    } else {
      marks.insert(selection.ids)
    }
  }

  /// False when there was nothing to clear.
  mutating func clearMarks() -> Bool {
    if marks.anchor != nil {
      marks.giveUpRange()
      return true
    }
    let hadMarks = !marks.isEmpty
    marks.clear()
    hiddenMarks = 0
    return hadMarks
  }

  private mutating func settleRange() {
    marks.settleRange(in: selection)
  }

  // MARK: What it holds

  var selected: FindingRecord? {
    selection.id.flatMap { findings?.records[$0] }
  }

  /// How many are marked, those of an unfinished range among them.
  var markedCount: Int {
    guard let range = marks.range(in: selection) else { return marks.count }
    return marks.count + selection.ids[range].count { !marks.contains($0) }
  }

  /// What a command on several acts on: all that are marked, else the one under the cursor.
  ///
  /// Places in the order of the list; those that the filter hides come last.
  var chosen: [Int] {
    var marks = marks
    marks.settleRange(in: selection)
    guard marks.count > 0 else { return selection.id.map { [$0] } ?? [] }
    let shown = selection.ids.filter { marks.contains($0) }
    guard shown.count < marks.count else { return shown }
    marks.remove(shown)
    return shown + marks.places
  }

  /// What a finding's own screen goes through.
  var neighbours: FindingList {
    let ids = findings?.ids ?? []
    let isWhole = order.isNatural && selection.ids.count == ids.count
    return FindingList(
      ids: isWhole ? ids : selection.ids.map { ids[$0] },
      index: selection.index
    )
  }
}

/// How lists of findings were left, by row, so that coming back finds them so.
package struct FindingsMemory: Equatable, Sendable {
  package struct View: Codable, Equatable, Sendable {
    package var words: String
    package var scope: ListFilter.Scope
    package var order: FindingOrder
    package var cursor: FindingRecord.ID?
  }

  package var views: [CheckID: View] = [:]
  package var history = QueryHistory()

  package init() {}
}
