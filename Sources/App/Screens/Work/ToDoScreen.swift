import Checks
import Domain
import TerminalUI

/// Leads a reviewer through everything that needs action, one row after another.
///
/// What was to do when it was opened stays in the queue when it is done, so that the progress
/// counts; what comes up meanwhile is put at the end.
package struct ToDoScreen: Page {
  package static let name = Text(en: "what needs action", ja: "要対応の画面")

  private(set) var surroundings: Surroundings?
  private(set) var queue: [CheckID] = []
  private(set) var id: CheckID?
  private(set) var text = LongText<Never>()

  package init() {}

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    let toDo = surroundings.board.rows.filter(\.standing.needsAction)
      .sorted { ($0.standing.urgency, $0.id) < ($1.standing.urgency, $1.id) }
    queue += toDo.map(\.id).filter { !queue.contains($0) }
    id = id ?? queue.first
    layOut()
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case nextIssue
    case previousIssue
    case open
    case attest
    case renew
    case takeBack
    case history
    case rescan
    case cancel
    case guide
    case next
    case previous
    case move(Movement)

    package static let allCases: [Self] =
      [
        .nextIssue, .previousIssue, .open, .attest, .renew, .takeBack, .history, .rescan, .cancel,
        .guide, .next, .previous,
      ] + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      .nextIssue(.nextIssue, weight: 95),
      .previousIssue(.previousIssue),
      KeyBinding(
        .enter,
        "l",
        .right,
        command: .open,
        hint: Text(en: "open", ja: "詳細"),
        help: Text(en: "open the row", ja: "項目を開く"),
        weight: 90
      ),
      .attest(.attest),
      .renew(.renew),
      .takeBack(.takeBack),
      .history(.history),
      .rescan(.rescan),
      .cancel(.cancel),
      .guide(.guide),
      .nextSibling(.next, Text(en: "next", ja: "次の項目")),
      .previousSibling(.previous, Text(en: "before", ja: "前の項目")),
    ] + Movement.bindings(Command.move)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .move: nil
    case .attest where row != nil: Refusal.attest(row, in: board)
    case .renew where row != nil: Refusal.renew(row, in: board)
    case .takeBack where row != nil: Refusal.takeBack(row)
    case .rescan where row != nil: Refusal.rescan(row)
    case .cancel where row != nil: Refusal.cancel(row)
    case .next where row != nil && place == queue.count:
      Text(en: "this is the last one; [ goes back", ja: "最後の項目です。[ で前の項目へ")
    case .previous where row != nil && place == 1:
      Text(en: "this is the first one; ] goes on", ja: "最初の項目です。] で次の項目へ")
    default: row == nil ? Refusal.nothingToDo : nil
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .nextIssue: return seekIssue(forward: true)
    case .previousIssue: return seekIssue(forward: false)
    case .open: return id.map { .open(.item($0)) }
    case .attest: return id.map { .open(.attest($0)) }
    case .renew: return id.map { .open(.attest($0, isRenewal: true)) }
    case .takeBack: return Question.withdrawal(of: row, on: board).map(Step.ask)
    case .history: return .open(.history(id))
    case .rescan: return id.map { .rescan([$0]) }
    case .cancel: return id.map { .cancel($0) }
    case .guide: return id.map { .open(.guide($0)) }
    case .next: show(queue[place])
    case .previous: show(queue[place - 2])
    case .move(let movement): text.move(movement)
    }
    return nil
  }

  package mutating func go(to number: Int) -> Bool {
    guard queue.indices.contains(number - 1) else { return false }
    show(queue[number - 1])
    return true
  }

  private mutating func seekIssue(forward: Bool) -> Step? {
    let found = rows.nearest(to: id, forward: forward, where: \.standing.needsAction)
    guard let found else { return .say(Refusal.nothingToDo) }
    if found.id == id {
      return .say(Text(en: "this is the only one left", ja: "残りはこの項目だけです"))
    }
    show(found.id)
    return found.wentRound ? .say(Refusal.wentRound) : nil
  }

  private mutating func show(_ id: CheckID) {
    self.id = id
    text.rewind()
    layOut()
  }

  private mutating func layOut() {
    guard let surroundings, let row else { return }
    let item = ItemText(
      row: row,
      board: surroundings.board,
      language: surroundings.language,
      width: surroundings.width - 2
    )
    let found =
      row.check.isManual
      ? [item.evidence.changes, item.evidence.brief, item.evaluations]
      : [item.topFindings(5), item.regions, item.history]
    let blocks = found + [item.criterion, item.why, item.remedy]
    let shown = blocks.filter { !$0.isEmpty }.flatMap { [StyledLine("")] + $0 }
    let lines = item.state(width: item.width) + shown
    text.show(lines.map { LongText<Never>.Line($0) }, page: max(1, surroundings.height - 6))
  }

  // MARK: What is shown

  private var board: Board? { surroundings?.board }
  private var row: Board.Row? { id.flatMap { board?.row($0) } }
  private var rows: [Board.Row] { queue.compactMap { board?.row($0) } }
  /// Counted from 1.
  private var place: Int { (id.flatMap(queue.firstIndex) ?? 0) + 1 }
  private var done: Int { rows.filter { !$0.standing.needsAction }.count }

  package func draw(on canvas: inout Canvas, in language: Language) {
    guard let board else { return }
    let name = Text(en: "What needs action", ja: "要対応")[language]
    let count = Text(en: "\(place) of \(queue.count)", ja: "\(place) / \(queue.count)")[language]
    canvas.drawBar(
      left: " \(name)   \(board.owner(in: language))",
      right: row == nil ? "" : count,
      row: 0
    )
    guard let row else { return drawNothing(board, on: &canvas, in: language) }
    drawProgress(on: &canvas, in: language)
    canvas.fill(row: 2, style: .heading)
    let title = row.check.title(fitting: canvas.width - 14, in: language)
    let heading = "\(row.id)  \(title)".truncated(toWidth: canvas.width - 2)
    canvas.write(heading, column: 1, row: 2, style: .heading)
    text.draw(on: &canvas, row: 3, in: language)
    drawNext(on: &canvas, in: language)
  }

  private func drawProgress(on canvas: inout Canvas, in language: Language) {
    let words = Text(
      en: "\(done) of \(queue.count) done",
      ja: "\(queue.count)件中 \(done)件完了"
    )[language]
    let width = max(4, min(40, canvas.width - words.displayWidth - 8))
    let filled = done * width / max(1, queue.count)
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    canvas.write("[\(bar)]  \(words)", column: 1, row: 1)
  }

  /// What comes after this one.
  private func drawNext(on canvas: inout Canvas, in language: Language) {
    let next = rows.nearest(to: id, forward: true, where: \.standing.needsAction)
    guard let next, next.id != id, let row = board?.row(next.id) else { return }
    let words = Text(en: "then", ja: "次")[language]
    let line = "\(words) \(row.standing.tag) \(row.id) \(row.check.shortTitle[language])"
    canvas.fill(row: canvas.height - 3)
    canvas.write(line, column: 1, row: canvas.height - 3, style: .dimmed, width: canvas.width - 2)
  }

  private func drawNothing(_ board: Board, on canvas: inout Canvas, in language: Language) {
    let words = Text(
      en: "None of the \(board.rows.count) rows needs action.",
      ja: "\(board.rows.count)項目のうち、対応が必要なものはありません。"
    )
    canvas.write(words[language], column: 1, row: 2)
    guard let scan = board.record?.lastScan else { return }
    let at = board.dates.dateAndTime(scan.finishedAt)
    let run = Text(en: "Last run \(at.en)", ja: "最終実行 \(at.ja)")
    canvas.write(run[language], column: 1, row: 3)
  }
}
