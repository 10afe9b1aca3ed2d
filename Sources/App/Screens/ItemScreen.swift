import Checks
import Domain
import TerminalUI

/// One row in full: how it stands, what it is about, what was found, and what to do.
///
/// The arrows go from finding to finding while these are on screen, and on through the text.
package struct ItemScreen: Page {
  package static let name = Text(en: "one row", ja: "項目の画面")

  /// How many findings stand here; the list has them all.
  static let findingsShown = 5

  private(set) var id: CheckID
  private(set) var surroundings: Surroundings?
  private(set) var text = ItemPageText()
  private(set) var scroll = Scroll()
  /// Laid out only when it changes, which is far less often than a key is pressed.
  private var guide: (key: GuideKey?, lines: [StyledLine]) = (nil, [])
  /// What the cursor is on.
  private(set) var target: ItemPageText.Target?

  private struct GuideKey: Equatable {
    let row: CheckID
    let language: Language
    let width: Int
  }

  package init(_ id: CheckID) {
    self.id = id
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    layOut()
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case open
    case rescan
    case pay
    case attest
    case renew
    case takeBack
    case except
    case history
    case cancel
    case guide
    case nextIssue
    case previousIssue
    case next
    case previous
    case move(Movement)

    package static let allCases: [Self] =
      [
        .open, .rescan, .pay, .attest, .renew, .takeBack, .except, .history, .cancel, .guide,
        .nextIssue, .previousIssue, .next, .previous,
      ]
      + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .enter,
        "l",
        .right,
        command: .open,
        hint: Text(en: "open", ja: "開く"),
        help: Text(en: "open what is selected", ja: "選択中を開く"),
        weight: 90
      ),
      .rescan(.rescan),
      KeyBinding(
        "$",
        command: .pay,
        hint: Text(en: "costs", ja: "コスト"),
        help: Text(en: "read costs (charged)", ja: "コストを取得 (有料)"),
        weight: 45
      ),
      .attest(.attest),
      .renew(.renew),
      .takeBack(.takeBack),
      .except(.except),
      .history(.history),
      .cancel(.cancel),
      .guide(.guide),
      .nextIssue(.nextIssue),
      .previousIssue(.previousIssue),
      .nextSibling(.next, Text(en: "next row", ja: "次の項目")),
      .previousSibling(.previous, Text(en: "row before", ja: "前の項目")),
    ] + Movement.bindings(Command.move)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .open where isManual: Refusal.attest(row, in: board)
    case .open where row?.findings == nil: Refusal.noFindings(of: row)
    case .rescan: Refusal.rescan(row)
    case .pay: Refusal.pay(row, in: board)
    case .attest: Refusal.attest(row, in: board)
    case .renew: Refusal.renew(row, in: board)
    case .takeBack: Refusal.takeBack(row)
    case .except where isManual:
      Text(
        en: "\(id) has no findings to accept; a records an evaluation",
        ja: "\(id) は手動の項目です。a で評価を記録します"
      )
    case .except where row?.findings == nil: Refusal.noFindings(of: row)
    case .except: Refusal.except([selectedFinding].compactMap { $0 }, in: board)
    case .cancel: Refusal.cancel(row)
    default: nil
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .open where isManual, .attest: return .open(.attest(id))
    case .open: return openTarget()
    case .rescan: return .rescan([id])
    case .pay: return Evidence.price(of: id).map { .ask(.pay($0, for: id)) }
    case .renew: return .open(.attest(id, isRenewal: true))
    case .takeBack: return Question.withdrawal(of: row, on: board).map(Step.ask)
    case .except: return .open(.except(subjectOfException))
    case .history: return .open(.history(id))
    case .cancel: return .cancel(id)
    case .guide: return .open(.guide(id))
    case .nextIssue: return seekIssue(forward: true)
    case .previousIssue: return seekIssue(forward: false)
    case .next: return turn(by: 1)
    case .previous: return turn(by: -1)
    case .move(let movement): move(movement)
    }
    return nil
  }

  /// The finding under the cursor, until that has been scrolled away; then all of them.
  private func openTarget() -> Step {
    guard case .finding(let finding) = target, isVisible(.finding(finding)) || scroll.top == 0,
      let ids = row?.findings?.ids, let index = ids.firstIndex(of: finding)
    else { return .open(.findings(id)) }
    return .open(.finding(id, FindingList(ids: ids, index: index)))
  }

  /// The finding under the cursor, while it is on screen.
  private var selectedFinding: FindingRecord? {
    guard case .finding(let finding) = target, isVisible(target) else { return nil }
    return row?.findings?[finding]
  }

  private var subjectOfException: ExceptScreen.Subject {
    selectedFinding.map { .findings(id, [$0]) } ?? .row(id)
  }

  private mutating func turn(by step: Int) -> Step? {
    let ids = board?.rows.map(\.id) ?? []
    guard let here = ids.firstIndex(of: id), ids.indices.contains(here + step) else {
      return .say(Refusal.noSibling(after: step > 0))
    }
    show(ids[here + step])
    return nil
  }

  private mutating func seekIssue(forward: Bool) -> Step? {
    let rows = board?.rows ?? []
    let found = rows.nearest(to: id, forward: forward, where: \.standing.needsAction)
    guard let found else { return .say(Refusal.nothingToDo) }
    show(found.id)
    return found.wentRound ? .say(Refusal.wentRound) : nil
  }

  private mutating func show(_ id: CheckID) {
    self.id = id
    target = nil
    scroll = Scroll()
    layOut()
  }

  private mutating func move(_ movement: Movement) {
    let near = neighbour(movement)
    if !isVisible(near) { scroll.move(movement) }
    if isVisible(near) { target = near }
    layOut()
  }

  private func neighbour(_ movement: Movement) -> ItemPageText.Target? {
    let targets = text.targets
    let here = target.flatMap { targets.firstIndex(of: $0) } ?? -1
    switch movement {
    case .down: return targets.indices.contains(here + 1) ? targets[here + 1] : nil
    case .up: return targets.indices.contains(here - 1) ? targets[here - 1] : nil
    default: return nil
    }
  }

  private func isVisible(_ target: ItemPageText.Target?) -> Bool {
    target.flatMap { text.line(of: $0) }.map { scroll.visible.contains($0) } ?? false
  }

  private mutating func layOut() {
    guard let surroundings, let row else { return }
    let guideKey = GuideKey(row: id, language: surroundings.language, width: surroundings.width)
    if guide.key != guideKey {
      let (language, width) = (surroundings.language, surroundings.width - 2)
      guide = (guideKey, ItemText.guide(of: id, in: language, width: width))
    }
    text = ItemPageText(row, surroundings, target: target, guide: guide.lines)
    if target.map({ !text.targets.contains($0) }) ?? true { target = text.targets.first }
    scroll.fit(count: text.lines.count, page: max(1, surroundings.height - 3))
  }

  // MARK: What is shown

  private var board: Board? { surroundings?.board }
  private var row: Board.Row? { board?.row(id) }
  private var isManual: Bool { row?.check.isManual ?? false }

  package func draw(on canvas: inout Canvas, in language: Language) {
    guard let board, let row else { return }
    drawTitle(of: row, board, on: &canvas, in: language)
    for (offset, index) in scroll.visible.enumerated() {
      let line = text.lines[index]
      canvas.write(line.text, column: 1, row: offset + 1, width: canvas.width - 2)
      guard line.target != nil, line.target == target else { continue }
      canvas.restyle(row: offset + 1, style: .selected)
      canvas.write(">", row: offset + 1, style: .selected)
    }
    let ids = board.rows.map(\.id)
    let place = "\((ids.firstIndex(of: id) ?? 0) + 1) / \(ids.count)"
    canvas.write(place, column: 1, row: canvas.height - 2)
    canvas.writeRight(
      scroll.position(in: language),
      endingAt: canvas.width - 1,
      row: canvas.height - 2
    )
  }

  private func drawTitle(
    of row: Board.Row,
    _ board: Board,
    on canvas: inout Canvas,
    in language: Language
  ) {
    let words = RowWords(row: row, board: board)
    let right = "\(words.mark.tag) \(words.statement(in: language))"
    let left = " \(row.id)  "
    let room = canvas.width - left.displayWidth - right.displayWidth - 3
    let title = row.check.title(fitting: room, in: language)
    canvas.drawBar(left: left + title, right: right, row: 0)
  }
}

extension Question {
  /// Nobody pays without having read the price.
  fileprivate static func pay(_ price: Text, for row: CheckID) -> Self {
    Self(
      Text(en: "\(price.en). Read them?", ja: "\(price.ja)。取得しますか"),
      yes: Text(en: "read", ja: "取得"),
      step: .pay(row)
    )
  }
}
