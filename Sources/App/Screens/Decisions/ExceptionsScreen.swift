import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// Everything that is or was accepted, what ends next first.
package struct ExceptionsScreen: NarrowedList {
  package static let name = Text(en: "the exceptions", ja: "例外一覧")

  private(set) var surroundings: Surroundings?
  var selection = Selection<Suppression.ID>()
  var filter = ListFilter()

  package init() {}

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    self.surroundings = surroundings
    narrow()
    return nil
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case open
    case renew
    case end
    case pattern
    case filter
    case history
    case stepOut
    case move(Movement)

    package static let allCases: [Self] =
      [.open, .renew, .end, .pattern, .filter, .history, .stepOut]
      + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .enter,
        "l",
        .right,
        command: .open,
        hint: Text(en: "findings", ja: "検出一覧"),
        help: Text(en: "findings of its row", ja: "その項目の検出一覧"),
        weight: 60
      ),
      KeyBinding(
        "A",
        command: .renew,
        hint: Text(en: "renew", ja: "更新"),
        help: Text(en: "give it another end", ja: "終了日を延ばす"),
        weight: 90
      ),
      KeyBinding(
        "u",
        command: .end,
        hint: Text(en: "end", ja: "終了"),
        help: Text(en: "end it for good", ja: "例外を終了"),
        weight: 85
      ),
      KeyBinding(
        "x",
        command: .pattern,
        hint: Text(en: "accept a pattern", ja: "パターンを登録"),
        help: Text(en: "accept a pattern", ja: "パターンで例外を登録"),
        weight: 70
      ),
      .filter(.filter),
      .history(.history),
      .stepOut(.stepOut),
    ] + Movement.bindings(Command.move)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .open, .renew, .end:
      guard let selected else { return Self.none }
      if command == .open { return onlyRow == nil ? Self.severalRows : nil }
      return selected.ending.map { Self.ended(by: $0.person) }
    case .pattern where board?.account == nil: return Refusal.noFindings
    default: return nil
    }
  }

  private static let none = Text(
    en: "there are no exceptions; x on a finding accepts it",
    ja: "例外はありません。検出の画面で x を押すと登録できます"
  )

  private static let severalRows = Text(
    en: "it is about several rows; open one from the checklist",
    ja: "複数の項目が対象です。チェックリストから項目を開いてください"
  )

  private static func ended(by person: String) -> Text {
    let person = person.sanitized
    return Text(
      en: "\(person) has ended it; x records another",
      ja: "\(person) が終了済みです。x で新しく登録します"
    )
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .open: return onlyRow.map { .open(.findings($0)) }
    case .renew: return selected.map { .open(.except(.renewal($0.id))) }
    case .end: return selected.map { .ask(.end(of: $0, by: board?.reviewer ?? "")) }
    case .pattern: return .open(.except(.row(nil)))
    case .filter: filter.beginTyping()
    case .history: return .open(.history(onlyRow))
    case .stepOut: return stepOut()
    case .move(let movement): selection.move(movement.motion())
    }
    return nil
  }

  private mutating func stepOut() -> Step? {
    guard filter.isActive else { return .say(Notice.escape) }
    widen()
    return nil
  }

  @discardableResult
  mutating func narrow() -> Suppression.ID? {
    guard let surroundings else { return nil }
    selection.height = ExceptionsLayout(surroundings).list.count
    let query = filter.query
    let shown = all.filter { query.isEmpty || query.matches($0.searchText) }
    return selection.replace(with: shown.map(\.id))
  }

  // MARK: What is shown

  var board: Board? { surroundings?.board }

  /// What is in force first, by its end; then what has expired, and what was ended.
  var all: [Suppression] {
    guard let board else { return [] }
    func rank(_ suppression: Suppression) -> Int {
      switch suppression.state(at: board.now) {
      case .inForce, .dueSoon, .notYet: 0
      case .expired: 1
      case .ended: 2
      }
    }
    return (board.record?.log.suppressions ?? [])
      .sorted { (rank($0), $0.expiresAt, $0.id) < (rank($1), $1.expiresAt, $1.id) }
  }

  var selected: Suppression? {
    selection.id.flatMap { board?.record?.log.suppression($0) }
  }

  /// The row it is about, when that is only one.
  private var onlyRow: CheckID? {
    guard let rows = selected?.scope.rows, rows.count == 1 else { return nil }
    return rows.first
  }

  package func draw(on canvas: inout Canvas, in language: Language) {
    ExceptionsDrawing(self, language)?.draw(on: &canvas)
  }
}

extension Suppression {
  /// What a filter looks at, in both languages.
  fileprivate var searchText: String {
    [scope.words.en, scope.words.ja, person, reason].joined(separator: " ")
  }
}

extension AccountRecord {
  /// How many of the last scans' findings an exception covers, in force or not.
  func covered(by suppression: Suppression.ID) -> Int {
    rows.values.flatMap(\.excepted).filter { $0.by.contains(suppression) }
      .reduce(0) { $0 + $1.counts.total }
  }
}
