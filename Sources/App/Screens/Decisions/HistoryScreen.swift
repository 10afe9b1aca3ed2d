import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// Every scan and every decision, newest first: of one row, or of the account.
package struct HistoryScreen: NarrowedList {
  package static let name = Text(en: "the history", ja: "履歴")

  /// The row it was opened for.
  private let own: CheckID?
  private(set) var surroundings: Surroundings?
  /// Whether the whole account is shown.
  private(set) var isWhole: Bool
  var selection = Selection<String>()
  var filter = ListFilter()
  /// The scan that another one is to be compared with.
  private(set) var mark: Int?
  /// Everything that happened, newest first, in words.
  private(set) var all: [HistoryLine] = []
  /// Of these, what the filter leaves.
  private(set) var events: [HistoryLine] = []
  private var made: Made?

  /// What the lines are made of: a history only grows, so that its length says whether it changed.
  private struct Made: Equatable {
    let account: AccountID
    let row: CheckID?
    let scans: Int
    let lastScan: Int?
    let entries: Int
  }

  package init(_ row: CheckID?) {
    own = row
    isWhole = row == nil
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    narrow()
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case compare
    case mark
    case otherTab
    case filter
    case stepOut
    case move(Movement)

    package static let allCases: [Self] =
      [.compare, .mark, .otherTab, .filter, .stepOut] + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .enter,
        "l",
        .right,
        command: .compare,
        hint: Text(en: "what changed", ja: "変化を見る"),
        help: Text(en: "what changed", ja: "そのスキャンでの変化"),
        weight: 90
      ),
      KeyBinding(
        " ",
        command: .mark,
        hint: Text(en: "compare with", ja: "比較元"),
        help: Text(en: "the scan to compare", ja: "比較元のスキャンを選ぶ"),
        weight: 70
      ),
      KeyBinding(
        .tab,
        .shiftTab,
        command: .otherTab,
        hint: Text(en: "row/account", ja: "項目/全体"),
        help: Text(en: "the row or the account", ja: "項目と全体の切替"),
        weight: 80
      ),
      .filter(.filter, weight: 60),
      .stepOut(.stepOut),
    ] + Movement.bindings(Command.move)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .compare: scan == nil ? Self.noScan : pair == nil ? Self.nothingBefore : nil
    case .mark: scan == nil ? Self.noScan : nil
    case .otherTab where own == nil:
      Text(en: "H on a row shows that row's history", ja: "項目の上で H を押すとその項目の履歴を表示します")
    default: nil
    }
  }

  private static let noScan = Text(
    en: "only scans can be compared; choose one with j and k",
    ja: "比較できるのはスキャンだけです。j と k で選んでください"
  )

  private static let nothingBefore = Text(
    en: "there is no other scan to compare with; r makes one",
    ja: "比較できる別のスキャンがありません。r で実行すると比較できます"
  )

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .compare: return pair.map { .open(.difference(row, from: $0.from, to: $0.to)) }
    case .mark: mark = mark == scan ? nil : scan
    case .otherTab: switchTab()
    case .filter: filter.beginTyping()
    case .stepOut: return stepOut()
    case .move(let movement): selection.move(movement.motion())
    }
    return nil
  }

  private mutating func switchTab() {
    isWhole.toggle()
    mark = nil
    narrow()
  }

  private mutating func stepOut() -> Step? {
    if mark != nil {
      mark = nil
    } else if filter.isActive {
      widen()
    } else {
      return .say(Notice.escape)
    }
    return nil
  }

  @discardableResult
  mutating func narrow() -> String? {
    guard let surroundings else { return nil }
    selection.height = HistoryLayout(surroundings).list.count
    makeLines(surroundings.board.record)
    let query = filter.query
    events = query.isEmpty ? all : all.filter { query.matches($0.searchText) }
    return selection.replace(with: events.map(\.id))
  }

  private mutating func makeLines(_ record: AccountRecord?) {
    let now = record.map {
      Made(
        account: $0.account,
        row: row,
        scans: $0.history.count,
        lastScan: $0.lastScan?.number,
        entries: $0.log.entries.count
      )
    }
    guard now != made else { return }
    made = now
    all = record.map { HistoryLine.all(of: $0, row: row) } ?? []
  }

  // MARK: What is shown

  var board: Board? { surroundings?.board }
  /// The row that is shown; none for the whole account.
  var row: CheckID? { isWhole ? nil : own }

  /// The number of the scan under the cursor.
  var scan: Int? {
    events.indices.contains(selection.index) ? events[selection.index].scan?.number : nil
  }

  /// The two scans to compare: the marked one, or else the one before, and the selected one.
  private var pair: (from: Int, to: Int)? {
    guard let scan, let record = board?.record else { return nil }
    if let mark, mark != scan { return (min(mark, scan), max(mark, scan)) }
    let before = record.scans.last { entry in
      entry.scan.number < scan && row.map { entry.rows[$0] != nil } ?? true
    }
    return before.map { ($0.scan.number, scan) }
  }

  package func draw(on canvas: inout Canvas, in language: Language) {
    HistoryDrawing(self, language)?.draw(on: &canvas)
  }
}
