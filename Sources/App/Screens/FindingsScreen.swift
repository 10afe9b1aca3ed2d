import Checks
import Domain
import TerminalUI

/// Everything one row judged, worst first.
package struct FindingsScreen: Page {
  package static let name = Text(en: "the list of findings", ja: "検出一覧")

  let row: CheckID
  private(set) var surroundings: Surroundings?
  private(set) var findings: Findings?
  private(set) var selection = Selection<FindingRecord.ID>()
  private(set) var filter = ListFilter()

  package init(_ row: CheckID) {
    self.row = row
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    selection.height = FindingsLayout(surroundings).list.count
    let latest = surroundings.board.row(row)?.findings
    guard latest !== findings else { return nil }
    let before = findings
    findings = latest
    return narrow().flatMap { before?[$0] }.map(Self.gone)
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case open
    case filter
    case cycleScope
    case rescan
    case cancel
    case guide
    case nextIssue
    case previousIssue
    case stepOut
    case move(Movement)

    package static let allCases: [Self] =
      [
        .open, .filter, .cycleScope, .rescan, .cancel, .guide, .nextIssue, .previousIssue, .stepOut,
      ] + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .enter,
        "l",
        .right,
        command: .open,
        hint: Text(en: "open", ja: "詳細"),
        help: Text(en: "open the finding", ja: "検出を開く"),
        weight: 90
      ),
      KeyBinding(
        "/",
        command: .filter,
        hint: Text(en: "filter", ja: "絞込"),
        help: Text(en: "narrow (!word: without)", ja: "絞り込む (!語 で除外)"),
        weight: 80
      ),
      KeyBinding(
        "f",
        command: .cycleScope,
        hint: Text(en: "show", ja: "表示"),
        help: Text(en: "all / to do / changed", ja: "すべて/要対応/変化"),
        weight: 75
      ),
      .rescan(.rescan),
      .cancel(.cancel),
      .guide(.guide),
      KeyBinding(
        "e",
        command: .nextIssue,
        hint: Text(en: "next issue", ja: "次の要対応"),
        help: Text(en: "next one to act on", ja: "次の要対応へ"),
        weight: 50
      ),
      KeyBinding(
        "E",
        command: .previousIssue,
        hint: Text(en: "issue before", ja: "前の要対応"),
        help: Text(en: "one to act on before", ja: "前の要対応へ")
      ),
      .stepOut(.stepOut),
    ] + Movement.bindings(Command.move)

  package var isTyping: Bool { filter.isTyping }

  package func hints(in language: Language) -> [Footer.Hint] {
    isTyping ? ListFilter.typingHints(in: language) : ownHints(in: language)
  }

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .open where findings == nil: Refusal.noFindings
    case .open where selection.id == nil: Refusal.nothingSelected
    case .rescan: Refusal.rescan(board?.row(row))
    case .cancel: Refusal.cancel(board?.row(row))
    default: nil
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .open:
      return .open(.finding(row, FindingList(ids: selection.ids, index: selection.index)))
    case .filter: filter.beginTyping()
    case .cycleScope: change { $0.cycle() }
    case .rescan: return .rescan([row])
    case .cancel: return .cancel(row)
    case .guide: return .open(.guide(row))
    case .nextIssue: return seekIssue(in: 1)
    case .previousIssue: return seekIssue(in: -1)
    case .stepOut: change { $0.clear() }
    case .move(let movement): selection.move(movement.motion())
    }
    return nil
  }

  package mutating func typed(_ key: Key) -> Bool {
    let before = filter.query
    let isUsed = filter.typed(key)
    if filter.query != before { narrow() }
    return isUsed
  }

  package mutating func pasted(_ text: String) {
    change { $0.pasted(text) }
  }

  package mutating func go(to number: Int) -> Bool {
    guard selection.ids.indices.contains(number - 1) else { return false }
    selection.move(by: number - 1 - selection.index)
    return true
  }

  private mutating func change(_ change: (inout ListFilter) -> Void) {
    change(&filter)
    narrow()
  }

  private mutating func seekIssue(in direction: Int) -> Step? {
    let here = selection.index
    let places = Array(selection.ids.indices)
    let order =
      direction > 0
      ? places[(here + 1)...] + places[..<here]
      : ArraySlice((places[..<here].reversed() + places[(here + 1)...].reversed()))
    let next = order.first { findings?[selection.ids[$0]]?.finding.needsAction ?? false }
    guard !places.isEmpty, let next else {
      return .say(Text(en: "nothing else here needs action", ja: "ほかに要対応の検出はありません"))
    }
    selection.move(by: next - here)
    return (next - here) * direction > 0 ? nil : .say(Refusal.wentRound)
  }

  /// Gives the finding that the cursor had to leave.
  @discardableResult
  private mutating func narrow() -> FindingRecord.ID? {
    guard let findings else { return selection.replace(with: []) }
    guard filter.isActive else { return selection.replace(with: findings.ids) }
    return selection.replace(with: findings.places(passing: filter).map { findings.ids[$0] })
  }

  private static func gone(_ record: FindingRecord) -> Text {
    let name = record.finding.resource.name.sanitized.truncatedMiddle(toWidth: 40)
    return Text(en: "\(name) is no longer in the list", ja: "\(name) はなくなりました")
  }

  // MARK: What is shown

  private var board: Board? { surroundings?.board }

  var selected: FindingRecord? {
    selection.id.flatMap { findings?[$0] }
  }

  package func draw(on canvas: inout Canvas, in language: Language) {
    FindingsDrawing(self, language)?.draw(on: &canvas)
  }
}

extension Finding {
  /// Somebody must act, or give the scan a permission.
  var needsAction: Bool { status == .alert || status == .unknown }
}
