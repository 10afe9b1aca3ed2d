import Domain
import FoundationEssentials
import StateStore
import TerminalUI

/// The profiles of the AWS CLI's files and the accounts of the state file, to go from one to
/// another.
package struct AccountsScreen: NarrowedList {
  package static let name = Text(en: "the accounts", ja: "アカウント一覧")

  private(set) var surroundings: Surroundings?
  var selection = Selection<AccountLine.ID>()
  var filter = ListFilter()
  private(set) var lines: [AccountLine] = []
  private var isSettled = false

  package init() {}

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    let isNews = self.surroundings.map { hasNews(surroundings, after: $0) } ?? true
    self.surroundings = surroundings
    if isNews { lines = surroundings.accounts?.lines(at: surroundings.board.now) ?? [] }
    let gone = narrow()
    guard isSettled else {
      settle()
      return nil
    }
    return gone == nil
      ? nil : Text(en: "that line is no longer in the list", ja: "その行は一覧からなくなりました")
  }

  /// With a thousand accounts, nothing is reckoned anew at every key.
  private func hasNews(_ new: Surroundings, after old: Surroundings) -> Bool {
    guard let before = old.accounts, let after = new.accounts else { return true }
    return before.state.revision != after.state.revision
      || before.state.currentAccount != after.state.currentAccount
      || before.profiles != after.profiles || before.way != after.way
      || new.board.now.timeIntervalSince(old.board.now) > 60
  }

  /// The cursor begins on what is in use, once the profiles are there.
  private mutating func settle() {
    guard !isSettled, surroundings?.accounts?.profiles != nil else { return }
    isSettled = true
    if let line = lines.first(where: \.isInUse) { selection.select(line.id) }
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case use
    case check
    case filter
    case stepOut
    case move(Movement)

    package static let allCases: [Self] =
      [.use, .check, .filter, .stepOut] + Movement.allCases.map(Self.move)
  }

  package static let keymap: [KeyBinding<Command>] =
    [
      KeyBinding(
        .enter,
        "l",
        .right,
        command: .use,
        hint: Text(en: "switch", ja: "切替"),
        help: Text(en: "show this account", ja: "アカウントを切り替える"),
        weight: 90
      ),
      KeyBinding(
        "r",
        .function(5),
        command: .check,
        hint: Text(en: "check sign-ins", ja: "再確認"),
        help: Text(en: "read the profiles again", ja: "プロファイルを読み直す"),
        weight: 70
      ),
      .filter(.filter),
      .stepOut(.stepOut),
    ] + Movement.bindings(Command.move)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .use where selected == nil: Refusal.nothingSelected
    case .use where surroundings?.board.isRunning ?? false: AccountChoice.running
    case .stepOut where !filter.isActive: Notice.escape
    default: nil
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .use: return selected.map { .use($0.choice, row: nil) }
    case .check: return .readProfiles
    case .filter: filter.beginTyping()
    case .stepOut: widen()
    case .move(let movement): selection.move(movement.motion())
    }
    return nil
  }

  /// Gives the line that the cursor had to leave.
  @discardableResult
  mutating func narrow() -> AccountLine.ID? {
    let around = AccountsDrawing.linesAround(height: surroundings?.height ?? 0)
    selection.height = max(1, (surroundings?.height ?? 0) - around)
    return selection.replace(with: visible.map(\.id))
  }

  // MARK: What is shown

  var visible: [AccountLine] {
    guard filter.isActive else { return lines }
    let query = filter.query
    return lines.filter { query.isEmpty || query.matches($0.searchText) }
  }

  var selected: AccountLine? {
    selection.id.flatMap { id in lines.first { $0.id == id } }
  }

  package func draw(on canvas: inout Canvas, in language: Language) {
    AccountsDrawing(self, language)?.draw(on: &canvas)
  }
}

extension ProfileListing {
  /// Why nothing can be scanned by it now, and what to do first.
  var obstacle: Text? {
    switch signIn {
    case .broken(let problem, let hint), .lapsed(let problem, let hint):
      Text(en: "\(problem.en) \(hint.en)", ja: "\(problem.ja)\(hint.ja)")
    case .ready, .until, .absent: nil
    }
  }
}
