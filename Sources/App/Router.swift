import Domain
import FoundationEssentials
import StateStore
import TerminalUI

/// The stack of screens, and who gets a key.
///
/// A question comes first, then what is being typed into, then the topmost screen's keys, then
/// those of every screen.
package struct Router: Sendable {
  /// Below this the screens have no room, and a notice says so.
  package static let smallest = (width: 40, height: 10)

  /// A key pressed this soon after something else came under the cursor was meant for the other.
  static let reactionTime = 0.3

  private(set) var stack: [any Page & Sendable] = [ChecklistScreen()]
  private(set) var question: Question?
  private(set) var notice: Notice?
  private(set) var surroundings: Surroundings
  /// Later than the board when something is said before a new one is made.
  var now: Date
  private var isTooSmall = false
  private var changedAt: Date?
  /// How lists of findings were left.
  private(set) var memory = FindingsMemory()
  /// What was typed before the program ended, until its form is opened.
  private(set) var drafts: [CheckID: FormDraft] = [:]

  package init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
    now = surroundings.board.now
    take(surroundings)
  }

  package var isDirty: Bool { stack.contains { $0.isDirty } }
  var top: any Page & Sendable { stack[stack.count - 1] }

  package mutating func take(_ surroundings: Surroundings) {
    isTooSmall =
      surroundings.width < Self.smallest.width || surroundings.height < Self.smallest.height
    let notices = self.surroundings.notices
    now = surroundings.board.now
    self.surroundings = surroundings
    self.surroundings.notices = notices
    // Screens lay themselves out in sizes they were made for, shown or not.
    self.surroundings.width = max(Self.smallest.width, surroundings.width)
    self.surroundings.height = max(Self.smallest.height, surroundings.height)
    for index in stack.indices {
      guard let change = stack[index].take(self.surroundings), index == stack.count - 1 else {
        continue
      }
      say(change)
      changedAt = now
    }
  }

  /// What a key asks of the session.
  package mutating func press(_ key: Key) -> [Step] {
    if notice?.isOld(at: now) ?? false { notice = nil }
    if let question { return answer(question, with: key) }
    let (last, wasTyping) = (stack.count - 1, top.isTyping)
    if !isTooSmall, stack[last].typed(key) { return [] }
    let notice = notice
    let steps = carryOut(meaning(of: key), of: key)
    // Nothing old may cover what is being typed.
    if !wasTyping, top.isTyping, self.notice == notice { self.notice = nil }
    return steps
  }

  /// What somebody's own keys stand for.
  private func meaning(of key: Key) -> KeyChanges.Meaning {
    surroundings.keys.isEmpty ? .key(key) : surroundings.keys.meaning(of: key, on: topTable)
  }

  var topTable: KeyTable { KeyTable(for: top) }

  private mutating func carryOut(_ meaning: KeyChanges.Meaning, of key: Key) -> [Step] {
    switch meaning {
    case .key(let usual): return carryOut(usual)
    case .global(let command): return perform(command)
    case .nothing:
      say(Notice.unused(key, in: top))
      return []
    }
  }

  /// Does what a key is bound to: on the topmost screen, else on every screen.
  private mutating func carryOut(_ key: Key) -> [Step] {
    let own = isTooSmall ? nil : stack[stack.count - 1].answer(to: key.folded)
    if let own { return own.flatMap { follow($0) } }
    let binding = GlobalCommand.keymap.first { $0.keys.contains(key.folded) }
    guard let command = binding?.command else {
      say(Notice.unused(key, in: top))
      return []
    }
    return perform(command)
  }

  package mutating func paste(_ text: String) {
    guard top.isTyping else {
      return say(Text(en: "text can be pasted into fields only", ja: "貼り付けは入力欄で使えます"))
    }
    stack[stack.count - 1].pasted(text)
  }

  package mutating func say(_ text: Text, isProblem: Bool = false) {
    let notice = Notice(text: text, since: now, isProblem: isProblem)
    self.notice = notice
    // Said again at once, it is the same message.
    if surroundings.notices.last?.text == text { surroundings.notices.removeLast() }
    surroundings.notices = surroundings.notices.suffix(Notice.mostKept - 1) + [notice]
  }

  /// Shows an address whole, for the terminal's own selection.
  package mutating func show(_ address: String) {
    push(PlainTextScreen([address]))
  }

  /// How everything is left; open forms count when nobody meant to give them up.
  func saved(withForms: Bool) -> SavedView.Account {
    let memory = currentMemory
    var view = SavedView.Account()
    view.checklist = (stack[0] as? ChecklistScreen)?.saved
    for (row, list) in memory.views { view.lists[row.number] = list }
    view.open = stack.compactMap { SavedView.Place($0) }
    for (row, draft) in drafts { view.drafts[row.number] = draft }
    guard withForms else { return view }
    for case let form as AttestScreen in stack { view.drafts[form.row.number] = form.draft }
    return view
  }

  /// With the lists that are open.
  private var currentMemory: FindingsMemory {
    var memory = memory
    for page in stack { (page as? FindingsScreen)?.remember(in: &memory) }
    return memory
  }

  var queries: [String] { currentMemory.history.queries }

  /// Lets everything stand as it was left.
  mutating func restore(_ view: SavedView.Account, _ queries: [String]) {
    memory.history = QueryHistory(queries)
    for (name, list) in view.lists { CheckID(name).map { memory.views[$0] = list } }
    for (name, draft) in view.drafts { CheckID(name).map { drafts[$0] = draft } }
    if var checklist = stack[0] as? ChecklistScreen, let saved = view.checklist {
      checklist.saved = saved
      stack[0] = checklist
    }
    for route in view.open.compactMap(\.route) { push(page(for: route)) }
    guard let row = drafts.keys.min() else { return }
    say(
      Text(
        en: "what you had typed about \(row) is kept; a on the row goes on",
        ja: "\(row) の下書きが残っています。その項目で a を押すと続きを書けます"
      )
    )
  }

  /// Lists and drafts of the account before are none of this one's.
  mutating func turn(to view: SavedView.Account) {
    let queries = queries
    (memory, drafts) = (FindingsMemory(), [:])
    stack[0] = ChecklistScreen()
    _ = stack[0].take(surroundings)
    var view = view
    view.open = []
    restore(view, queries)
  }

  package mutating func ask(_ question: Question) {
    self.question = question
  }

  /// Closes the form of a row whose attestation has been written down; otherwise it goes on.
  ///
  /// Gives the other rows that the form was for.
  @discardableResult
  package mutating func settleForm(of row: CheckID, isWritten: Bool) -> [CheckID] {
    guard let index = stack.lastIndex(where: { ($0 as? AttestScreen)?.row == row }),
      var form = stack[index] as? AttestScreen
    else { return [] }
    form.resume()
    stack[index] = form
    if isWritten { stack.remove(at: index) }
    return form.others
  }

  /// Asks for an MFA code over whatever is shown.
  package mutating func ask(_ question: CodeQuestion) {
    push(CodeScreen(question))
  }

  package mutating func closeCode(_ number: Int) {
    stack.removeAll { ($0 as? CodeScreen)?.question.number == number }
  }

  /// Closes the form of a decision that has been written down.
  package mutating func settleDecision() {
    stack.removeAll { $0 is ExceptScreen }
  }

  /// What screens have come to ask for besides the keys' commands.
  package mutating func takeErrands() -> [Step] {
    var steps: [Step] = []
    for index in stack.indices { steps += stack[index].takeErrands() }
    return steps.flatMap { follow($0) }
  }

  /// Shows what a list has asked for.
  package mutating func take(_ outcome: Arrangement.Outcome) {
    for index in stack.indices {
      guard var list = stack[index] as? FindingsScreen else { continue }
      let change = list.take(outcome)
      stack[index] = list
      if let change, index == stack.count - 1 { say(change) }
    }
  }

  /// Tells the form how many findings its exception would cover.
  package mutating func take(_ count: Int, of job: CoverageCount) {
    for index in stack.indices {
      guard var form = stack[index] as? ExceptScreen else { continue }
      form.take(count, of: job)
      stack[index] = form
    }
  }

  /// Carries out what the router can; the rest is for the session.
  private mutating func follow(_ step: Step) -> [Step] {
    switch step {
    case .open(let route): open(route)
    case .close where stack.count > 1:
      (stack.removeLast() as? FindingsScreen)?.remember(in: &memory)
    case .close: return [.leave]
    case .instead(let step):
      stack.removeLast()
      return follow(step)
    case .press(let key): return carryOut(key)
    case .perform(let command): return perform(command)
    case .goTo(let number): go(to: number)
    case .narrow(let words): narrow(to: words)
    case .say(let text): say(text)
    case .ask(let question): ask(question)
    case .rescan, .rescanFinding, .pay, .cancel, .record, .decide:
      guard isTooEarly else { return [step] }
      say(Notice.held)
    case .use(_, let row):
      guard !isDirty else {
        say(AccountChoice.unfinished)
        return []
      }
      stack.removeSubrange(1...)
      if let row { push(ItemScreen(row)) }
      return [step]
    case .rescanAll, .cancelAll, .dismissProblem, .show, .leave, .quit, .arrange, .count, .copy,
      .browse, .readProfiles:
      return [step]
    case .answerCode(let number, _):
      closeCode(number)
      return [step]
    }
    return []
  }

  private var isTooEarly: Bool {
    guard let changedAt else { return false }
    return now.timeIntervalSince(changedAt) < Self.reactionTime
  }

  private mutating func open(_ route: Route) {
    push(page(for: route))
    guard case .attest(let row, _, _) = route, drafts.removeValue(forKey: row) != nil else {
      return
    }
    say(
      Text(
        en: "what you had typed before is here again; Esc discards it",
        ja: "前回の下書きを復元しました。Esc で破棄できます"
      )
    )
  }

  private func page(for route: Route) -> any Page & Sendable {
    switch route {
    case .item(let row): ItemScreen(row)
    case .findings(let row): FindingsScreen(row, memory)
    case .finding(let row, let list): FindingScreen(row, list)
    case .attest(let row, let others, let isRenewal):
      AttestScreen(row, drafts[row], others: others, isRenewal: isRenewal)
    case .history(let row): HistoryScreen(row)
    case .difference(let row, let from, let to): DifferenceScreen(row, from: from, to: to)
    case .except(let subject): ExceptScreen(subject)
    case .record(let row, let record): RecordScreen(row, record)
    case .plainText(let lines): PlainTextScreen(lines)
    case .guide(let row): GuideScreen(row)
    }
  }

  /// Opens a page of which one is enough: when it is open already, goes back to it, and closes it
  /// when it is what is shown.
  private mutating func show<P: Page & Sendable>(_ page: P) {
    guard let index = stack.lastIndex(where: { $0 is P }) else { return push(page) }
    if index == stack.count - 1 {
      stack.removeLast()
    } else if stack[index...].contains(where: \.isDirty) {
      push(page)
    } else {
      stack.removeSubrange((index + 1)...)
    }
  }

  private mutating func push(_ page: any Page & Sendable) {
    stack.append(page)
    _ = stack[stack.count - 1].take(surroundings)
  }

  private mutating func answer(_ question: Question, with key: Key) -> [Step] {
    self.question = nil
    let isYes = ["y", "Y", .control("c")].contains(key.folded)
    return isYes ? follow(question.step) : []
  }

  private mutating func go(to number: Int) {
    guard stack[stack.count - 1].go(to: number) else {
      return say(
        Text(en: "there is no number \(number) here", ja: "ここに \(number) 番はありません")
      )
    }
  }

  private mutating func narrow(to words: String) {
    guard !stack[stack.count - 1].narrow(to: words) else { return }
    say(Text(en: "there is no list here to filter", ja: "この画面に絞り込める一覧はありません"))
  }

  private mutating func perform(_ command: GlobalCommand) -> [Step] {
    if let refusal = refusal(of: command) {
      say(refusal)
      return []
    }
    switch command {
    case .cancelAll: return [.cancelAll]
    case .switchLanguage: return [.show(surroundings.language.other)]
    case .language(let language): return [.show(language)]
    case .back, .out: return follow(top.isDirty ? .ask(.discard(then: .close)) : .close)
    case .quit: return [.leave]
    case .help where top is HelpScreen, .palette where top is PaletteScreen: return follow(.close)
    case .toDo: show(ToDoScreen())
    case .progress: show(ProgressScreen())
    case .messages: show(MessagesScreen())
    case .exceptions: show(ExceptionsScreen())
    case .accounts:
      show(AccountsScreen())
      return [.readProfiles]
    case .matrix:
      show(MatrixScreen())
      return [.readProfiles]
    case .help: push(HelpScreen(of: top, everywhere: entries, keys: surroundings.keys))
    case .palette:
      let filters = surroundings.filters.map { Entry($0) }
      push(PaletteScreen((top.entries + filters + entries).map { $0.with(surroundings.keys) }))
    }
    return []
  }

  /// Why something cannot be done on any screen now.
  private func refusal(of command: GlobalCommand) -> Text? {
    switch command {
    case .out where stack.count == 1: Notice.root
    case .cancelAll where !surroundings.board.isRunning:
      Text(en: "nothing is running; R runs every row", ja: "実行中の項目はありません。R ですべて実行します")
    case .switchLanguage where surroundings.isASCIIOnly,
      .language(.japanese) where surroundings.isASCIIOnly:
      Text(
        en: "Japanese needs a UTF-8 locale, such as LC_ALL=ja_JP.UTF-8",
        ja: "日本語の表示には UTF-8 のロケールが必要です"
      )
    case .accounts where surroundings.accounts == nil: AccountChoice.none
    case .matrix where surroundings.accounts == nil: AccountChoice.none
    case .matrix where surroundings.accounts?.state.accounts.count ?? 0 < 2: AccountChoice.single
    case .language(surroundings.language):
      Text(en: "this is English already", ja: "すでに日本語で表示しています")
    default: nil
    }
  }

  private var entries: [Entry] {
    GlobalCommand.keymap.map {
      Entry($0, refusal: refusal(of: $0.command), step: .perform($0.command))
    }
  }
}

extension Language {
  var other: Self { self == .english ? .japanese : .english }
}
