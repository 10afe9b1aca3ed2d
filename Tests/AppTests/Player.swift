import Checks
import Domain
import Foundation
import Scanner
import StateStore
import TerminalUI

@testable import App

/// Drives a session as somebody at the keyboard would, and looks at its screen.
struct Player {
  var session: Session
  private let performed: Locked<[Effect]>
  private let clock: Locked<Date>
  private(set) var width: Int
  private(set) var height: Int

  init(
    _ language: Language = .english,
    _ width: Int = 80,
    _ height: Int = 24,
    state: State = Fixture.state,
    findings: [CheckID: Findings] = Fixture.findings,
    configuration: Configuration = Configuration(),
    view: SavedView = SavedView(),
    isReadOnly: Bool = false
  ) {
    let performed = Locked<[Effect]>([])
    let clock = Locked(Fixture.now)
    self.performed = performed
    self.clock = clock
    self.width = width
    self.height = height
    var setup = Fixture.setup(language, state, width, height)
    setup.configuration = configuration
    setup.view = view
    setup.isReadOnly = isReadOnly
    session = Session(
      setup,
      now: { clock.withLock { $0 } },
      perform: { effect in performed.withLock { $0.append(effect) } }
    )
    if let account = state.currentAccount { send(.findings(account, findings)) }
  }

  var effects: [Effect] { performed.withLock { $0 } }

  mutating func send(_ messages: Message...) {
    for message in messages { session.handle(.message(message)) }
  }

  mutating func paste(_ text: String) {
    session.handle(.paste(text))
  }

  /// On the line of the screen that has these words, at their first cell.
  mutating func click(_ words: String) {
    guard let row = lines.firstIndex(where: { $0.contains(words) }),
      let range = lines[row].firstRange(of: words)
    else { return }
    let column = String(lines[row][..<range.lowerBound]).displayWidth
    session.handle(.mouse(.click(Canvas.Position(column: column, row: row))))
  }

  mutating func wheel(_ turns: Int) {
    session.handle(.mouse(.wheel(turns)))
  }

  mutating func resume(after pause: Duration) {
    session.handle(.resumed(after: pause))
  }

  mutating func tick() {
    session.handle(.tick)
  }

  mutating func hangUp() {
    session.handle(.hangUp)
  }

  mutating func resize(_ width: Int, _ height: Int) {
    (self.width, self.height) = (width, height)
    session.handle(.resize(width: width, height: height))
  }

  func wait(_ seconds: TimeInterval) {
    clock.withLock { $0 += seconds }
  }

  /// Presses keys written as `jj/gp3<CR>`; names of keys stand in angle brackets.
  mutating func press(_ keys: String) {
    var rest = keys[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"),
        let key = Self.named[String(rest[rest.index(after: rest.startIndex)..<end])]
      {
        session.handle(.key(key))
        rest = rest[rest.index(after: end)...]
      } else {
        session.handle(.key(.character(first)))
        rest.removeFirst()
      }
    }
  }

  mutating func press(_ key: Key) {
    session.handle(.key(key))
  }

  /// Opens the list of findings of the row that the keys lead to.
  mutating func openFindings(_ keys: String) {
    press(keys)
    press("<CR>")
    for _ in 0..<60 {
      guard let item = session.router.top as? ItemScreen, item.target != .allFindings else { break }
      press("j")
    }
    press("<CR>")
  }

  /// Scans two rows, one of which has begun.
  mutating func startScanning() {
    press("R")
    for (row, summary) in Fixture.rows where row != "ASC 08" && row != "ASC 12" {
      send(.scan(Run(1), .judged(row, summary, Fixture.findings[row] ?? Findings([]))))
    }
    for check in Catalog.checks where check.isManual {
      send(.scan(Run(1), .gathered(check.id, Fixture.evidence)))
    }
    wait(-93)
    send(.scan(Run(1), .identified(Fixture.account, .aws)), .scan(Run(1), .started("ASC 08")))
    wait(93)
    send(
      .scan(Run(1), .progress("ASC 08", Progress(unit: .regions, done: 14, total: 17))),
      .scan(Run(1), .calls(1_284)),
      .scan(Run(1), .throttled(3))
    )
  }

  var canvas: Canvas {
    var canvas = Canvas(width: width, height: height)
    session.draw(on: &canvas)
    return canvas
  }

  var lines: [String] {
    canvas.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The line where notices stand, or the last line of one.
  var notice: String {
    let router = session.router
    let words = (router.question?.text ?? router.notice?.text)?[session.setup.language] ?? ""
    let isLong = words.wrapped(toWidth: width - 2).count > 1
    return lines[isLong ? height - 2 : router.top.noticeRow(height: height)]
  }

  private static let named: [String: Key] = {
    var named: [String: Key] = [
      "CR": .enter, "Esc": .escape, "Tab": .tab, "S-Tab": .shiftTab, "BS": .backspace,
      "Del": .delete, "Up": .up, "Down": .down, "Left": .left, "Right": .right,
      "S-Up": .shiftUp, "S-Down": .shiftDown, "Home": .home,
      "Space": " ",
      "End": .end, "PgUp": .pageUp, "PgDn": .pageDown,
    ]
    for letter in "abcdefghijklmnopqrstuvwxyz" { named["C-\(letter)"] = .control(letter) }
    for number in 1...12 { named["F\(number)"] = .function(number) }
    return named
  }()
}

extension Player {
  var checklist: ChecklistScreen {
    guard let screen = session.router.stack[0] as? ChecklistScreen else { return ChecklistScreen() }
    return screen
  }

  var item: ItemScreen? { session.router.top as? ItemScreen }
  var list: FindingsList? { (session.router.top as? FindingsScreen)?.list }

  /// The finding under the cursor.
  var selectedID: String? { list?.selected?.id }
  var marked: Set<String> {
    Set((list?.marks.places ?? []).compactMap { list?.findings?.ids[$0] })
  }

  /// Carries out what was asked for last, as the program would on another thread.
  mutating func arrange() {
    guard case .arrange(let arrangement) = effects.last,
      let outcome = arrangement.carriedOut()
    else { return }
    send(.arranged(outcome))
  }

  /// What was copied last.
  var copied: String? {
    if case .copy(let copying) = effects.last { copying.text } else { nil }
  }

  /// The decision that was handed over last.
  var decision: Decision? {
    if case .decide(let decision, _, _) = effects.last { decision } else { nil }
  }

  /// Writes down what was handed over last, as the program would on another thread.
  mutating func decide() {
    switch effects.last {
    case .record(let draft, _, _):
      let (entries, state) = written(draft.decisions)
      send(.attested(draft, entries, state))
    case .decide(let decision, _, _):
      let (entries, state) = written([decision])
      send(.decided(decision, entries, state))
    case .reverse(let reversal, _, _):
      let (entries, state) = written(reversal.decisions)
      send(.reversed(reversal, entries, state))
    default: break
    }
  }

  private func written(_ decisions: [Decision]) -> ([LogEntry], State) {
    var state = session.setup.state
    state.revision += 1
    var record = state.accounts[Fixture.account] ?? Fixture.emptyRecord
    let entries = decisions.enumerated().map { index, decision in
      decision.entry(id: "entry-\(state.revision)-\(index)", at: Fixture.now)
    }
    for entry in entries { record.log.append(entry) }
    for (row, findings) in Fixture.findings {
      let coverage = Coverage(of: row, by: record.log.openSuppressions)
      record.rows[row]?.excepted = coverage.groups(
        of: findings.records.map { record in (record.finding, { record.id }) }
      )
    }
    state.accounts[Fixture.account] = record
    return (entries, state)
  }

  var exception: ExceptScreen? { session.router.top as? ExceptScreen }
  var toDo: ToDoScreen? { session.router.top as? ToDoScreen }
  var progress: ProgressScreen? { session.router.top as? ProgressScreen }
  var help: HelpScreen? { session.router.top as? HelpScreen }
  var palette: PaletteScreen? { session.router.top as? PaletteScreen }
  var guide: GuideScreen? { session.router.top as? GuideScreen }
  var form: AttestScreen? { session.router.top as? AttestScreen }
}
