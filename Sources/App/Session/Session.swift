import Checks
import Domain
import FoundationEssentials
import StateStore
import TerminalUI

/// The interactive program: what the event loop drives.
///
/// A value that knows no terminal, file or network. What is to happen outside leaves through
/// `perform`, and comes back as a message.
package struct Session: Application {
  /// More calls than this are worth a question before every row is run.
  static let callsWorthAQuestion = 2_000

  /// No call to AWS may take longer; shorter stops are none of its business.
  static let longestCall = Duration.seconds(30)

  var setup: Setup
  private(set) var jobs: [Job] = []
  var router: Router
  private(set) var problem: Problem?
  package private(set) var isFinished = false
  private var findings: [AccountID: [CheckID: Findings]] = [:]
  /// Ends of scans that could not be written down.
  private var unsaved: [Job] = []
  private var lastRun = 0
  private var scan: ScanOverview?
  private var exceptions = ExceptionsInForce()
  /// A decision that is being written down.
  var isDeciding = false
  var acts: [AccountID: Acts] = [:]
  private var spinner = 0
  private var accounts: AccountDirectory?
  /// What was chosen on the page of accounts.
  private var choice: AccountChoice?
  let now: @Sendable () -> Date
  let perform: @Sendable (Effect) -> Void

  /// How long nothing may be pressed before what stands there is written down.
  static let pause: TimeInterval = 1
  /// When something was pressed that is not yet written down.
  private var touched: Date?

  package init(
    _ setup: Setup,
    now: @escaping @Sendable () -> Date,
    perform: @escaping @Sendable (Effect) -> Void
  ) {
    self.setup = setup
    self.now = now
    self.perform = perform
    var maker = BoardMaker(setup: setup, now: now())
    router = Router(setup.surroundings(of: maker.board()))
    if let notice = setup.notice { router.say(notice) }
    if let view = savedAccount.flatMap({ setup.view.accounts[$0] }) {
      router.restore(view, setup.view.queries)
    }
    for fault in setup.faults.reversed() { router.say(fault, isProblem: true) }
    if setup.hasAccounts { accounts = AccountDirectory() }
    if let account = setup.state.currentAccount { perform(.loadFindings(account)) }
  }

  package var isAnimated: Bool { !jobs.isEmpty || touched != nil }

  package mutating func handle(_ input: Input<Message>) {
    router.now = now()
    switch input {
    case .key(let key): return act { $0.press(key) }
    case .mouse(let mouse): return act { $0.take(mouse) }
    case .paste(let text):
      touched = now()
      router.paste(text)
    case .resize(let width, let height): (setup.width, setup.height) = (width, height)
    case .resumed(let pause): resume(after: pause)
    case .edited(let edited): router.take(edited)
    case .tick:
      spinner += 1
      saveView()
    case .message(let message): take(message)
    case .hangUp:
      setup.view = view(withForms: true)
      finish()
    }
    refresh()
  }

  private mutating func act(_ act: (inout Router) -> [Step]) {
    touched = now()
    refresh()
    let steps = act(&router) + router.takeErrands()
    ageActs(after: steps)
    if steps.isEmpty { return }
    for step in steps { take(step) }
    refresh()
  }

  package func draw(on canvas: inout Canvas) {
    router.draw(on: &canvas, in: setup.language)
  }

  /// How the screen is left, once the program has finished.
  package var view: SavedView { setup.view }

  private var savedAccount: String? { setup.state.currentAccount?.digits }

  private func view(withForms: Bool) -> SavedView {
    var view = setup.view
    if let account = savedAccount { view.accounts[account] = router.saved(withForms: withForms) }
    view.queries = router.queries
    return view
  }

  /// At a pause, so that a crash costs a second of typing at most.
  private mutating func saveView() {
    guard let last = touched, now().timeIntervalSince(last) >= Self.pause else { return }
    touched = nil
    let view = view(withForms: true)
    guard view != setup.view else { return }
    setup.view = view
    perform(.saveView(view))
  }

  private mutating func finish() {
    perform(.cancelAll)
    isFinished = true
  }

  // MARK: Steps

  private mutating func take(_ step: Step) {
    switch step {
    case .rescan(let rows): start(rows)
    case .pay(let row): start([row]) { .pay($0, row) }
    case .rescanFinding(let row, let finding): start(finding, of: row)
    case .rescanAll: startAll()
    case .cancel(let row): cancel(row)
    case .cancelAll: cancelAll()
    case .record(let draft): record(draft)
    case .decide(let decision): decide(decision)
    case .reverse(let direction): reverse(direction)
    case .dismissProblem: problem = nil
    case .arrange(let arrangement): perform(.arrange(arrangement))
    case .count(let job): perform(.count(job))
    case .copy(let copying): perform(.copy(copying))
    case .browse(let address): perform(.browse(address))
    case .writeRows(let writing): perform(.write(writing))
    case .show(let language): setup.language = language
    case .mouse(let wanted):
      setup.configuration.mouse = wanted
      router.say(Notice.changed(wanted))
    case .readProfiles: perform(.readProfiles)
    case .answerCode(let number, let code): perform(.answerCode(number, code))
    case .use(let choice, _): use(choice)
    case .leave: leave()
    case .quit:
      setup.view = view(withForms: false)
      finish()
    case .open, .close, .instead, .press, .perform, .goTo, .narrow, .write, .say, .ask: break
    }
  }

  /// Calls that were on their way have timed out by then; what waits for them is run again.
  private mutating func resume(after pause: Duration) {
    let rows = jobs.filter { !$0.isPaid }.flatMap(\.activeRows).sorted()
    guard pause >= Self.longestCall, !rows.isEmpty else { return }
    for index in jobs.indices where !jobs[index].isPaid { jobs[index].isCutShort = true }
    for row in rows { drop(row) }
    start(rows, isAgain: true)
    router.say(Notice.resumed(rows.count, after: pause))
  }

  private mutating func start(
    _ rows: [CheckID],
    isAgain: Bool = false,
    as effect: ((Run) -> Effect)? = nil
  ) {
    let idle = rows.filter { row in !jobs.contains { $0.isActive(row) } }
    guard !idle.isEmpty else {
      return router.say(Text(en: "every row is running already", ja: "すべて実行中です"))
    }
    guard choice == nil || choice?.way != nil else {
      return router.say(AccountChoice.noProfile)
    }
    lastRun += 1
    problem = nil
    var job = Job(Run(lastRun), rows: idle, at: now())
    (job.isAgain, job.isPaid) = (isAgain, effect != nil)
    jobs.append(job)
    perform(effect?(Run(lastRun)) ?? .scan(Run(lastRun), idle))
  }

  private mutating func start(_ finding: Finding, of row: CheckID) {
    guard let record else { return }
    let target = FindingTarget(
      row: row,
      finding: finding,
      account: record.account,
      partition: record.partition
    )
    guard target.unit != nil else {
      start([row])
      return router.say(Rescanned.needsRow(row))
    }
    lastRun += 1
    problem = nil
    jobs.append(Job(Run(lastRun), rows: [row], at: now()))
    perform(.rescan(Run(lastRun), target))
  }

  private mutating func startAll() {
    let rows = Catalog.checks.map(\.id)
    let calls = record?.mostCalls ?? 0
    guard calls > Self.callsWorthAQuestion else { return start(rows) }
    router.ask(.run(rows, calls: calls))
  }

  private mutating func cancel(_ row: CheckID) {
    drop(row)
    router.say(
      Text(en: "\(row) is cancelled; its old result stays", ja: "\(row) を中止しました。前回の結果は残ります")
    )
  }

  private mutating func drop(_ row: CheckID) {
    for index in jobs.indices where jobs[index].isActive(row) {
      perform(.cancel(jobs[index].run, row))
      jobs[index].drop(row)
    }
    jobs.removeAll { $0.phases.isEmpty }
  }

  private mutating func cancelAll() {
    perform(.cancelAll)
    for index in jobs.indices { jobs[index].dropActive() }
    jobs.removeAll { $0.phases.isEmpty }
    router.say(Text(en: "cancelled; old results stay", ja: "中止しました。前回の結果は残ります"))
  }

  /// What was found of the other account shows at once; nothing is scanned.
  private mutating func use(_ choice: AccountChoice) {
    setup.view = view(withForms: false)
    self.choice = choice
    setup.label = choice.label
    setup.state.currentAccount = choice.account
    router.turn(to: savedAccount.flatMap { setup.view.accounts[$0] } ?? SavedView.Account())
    (problem, scan) = (nil, nil)
    perform(.use(choice))
    if let account = choice.account { perform(.loadFindings(account)) }
    router.say(accounts?.notice(after: choice) ?? AccountChoice.noProfile)
  }

  /// What was decided a moment ago is written down first.
  private mutating func leave() {
    guard isFree() else { return }
    if jobs.isEmpty && !router.isDirty { return take(.quit) }
    router.ask(.quit(isRunning: !jobs.isEmpty))
  }

  // MARK: Messages

  private mutating func take(_ message: Message) {
    switch message {
    case .scan(let run, let news): take(news, of: run)
    case .finished(let run, let state): finish(run, state)
    case .rescanned(let run, let rescanned): take(rescanned, of: run)
    case .unsaved(let run, let problem):
      unsaved += jobs.filter { $0.run == run }
      stop(run, problem)
    case .failed(let run, let problem): stop(run, problem)
    case .cancelled(let run): stop(run, nil)
    case .state(let state): adopt(state)
    case .stateUnreadable(let problem), .findingsUnreadable(let problem): report(problem)
    case .findings(let account, let findings): self.findings[account] = findings
    case .arranged(let outcome): router.take(outcome)
    case .counted(let job, let count): router.take(count, of: job)
    case .copied(let copied): router.say(copied.words)
    case .browsed(let browsed): take(browsed)
    case .written(let written): router.say(written.words)
    case .unwritten(let problem): router.say(problem.words, isProblem: true)
    case .codeWanted(let question): router.ask(question)
    case .codeNotWanted(let number): router.closeCode(number)
    case .profiles(let profiles): accounts?.take(profiles)
    case .profilesUnreadable(let problem): accounts?.take([], problem)
    case .attested, .decided, .reversed, .undecided, .attestationFailed: settle(message)
    case .viewUnsaved(let problem): router.say(problem.words, isProblem: true)
    }
  }

  /// Where there is no browser, the address stands alone on the screen.
  private mutating func take(_ browsed: Browsed) {
    if case .shown(let address, _) = browsed { router.show(address) }
    router.say(browsed.words)
  }

  private mutating func take(_ news: ScanNews, of run: Run) {
    for index in jobs.indices where jobs[index].run == run { jobs[index].take(news, at: now()) }
  }

  private mutating func take(_ rescanned: Rescanned, of run: Run) {
    if !rescanned.isJudged { stop(run, nil) }
    if rescanned.needsRow { start([rescanned.target.row]) }
    router.say(rescanned.words)
  }

  private mutating func stop(_ run: Run, _ problem: Problem?) {
    jobs.removeAll { $0.run == run }
    if let problem { report(problem) }
  }

  /// What this program wrote, unless another's later change is known already; the account that is
  /// being looked at stays.
  mutating func keep(_ state: State) {
    guard state.revision >= setup.state.revision else { return }
    let account = setup.state.currentAccount
    setup.state = state
    setup.state.currentAccount = account
  }

  /// What another program wrote; the account that is being looked at stays.
  private mutating func adopt(_ state: State) {
    guard state.revision != setup.state.revision else { return }
    let account = setup.state.currentAccount ?? (choice == nil ? state.currentAccount : nil)
    setup.state = state
    setup.state.currentAccount = account
    if let account { perform(.loadFindings(account)) }
    router.say(
      Text(
        en: "another program changed the saved state; it was read again",
        ja: "別のプログラムが状態ファイルを更新したため、読み込み直しました"
      )
    )
  }

  private mutating func report(_ problem: Problem) {
    self.problem = problem
    router.say(problem.words, isProblem: true)
  }

  /// The job's own findings stay until those of the file arrive.
  private mutating func finish(_ run: Run, _ state: State) {
    keep(state)
    for job in jobs where job.run == run {
      for (row, phase) in job.phases {
        guard case .judged(_, let findings) = phase, let account = job.account else { continue }
        self.findings[account, default: [:]][row] = findings
      }
      if let account = job.account { setup.state.currentAccount = account }
      for words in job.report { router.say(words) }
    }
    jobs.removeAll { $0.run == run }
  }

  // MARK: Board

  var record: AccountRecord? {
    setup.state.currentAccount.flatMap { setup.state.accounts[$0] }
  }

  private mutating func refresh() {
    var maker = BoardMaker(setup: setup, now: now())
    maker.jobs = jobs
    maker.unsaved = unsaved
    maker.findings = findings
    maker.problem = problem
    scan = ScanOverview(jobs) ?? scan?.ended(at: now())
    maker.scan = scan
    maker.spinner = spinner
    maker.exceptions = exceptions
    var surroundings = setup.surroundings(of: maker.board())
    exceptions = maker.exceptions
    accounts?.state = setup.state
    accounts?.way = choice.map(\.way) ?? setup.way
    surroundings.accounts = accounts
    surroundings.acts = setup.state.currentAccount.flatMap { acts[$0] } ?? Acts()
    router.take(surroundings)
    for step in router.takeErrands() { take(step) }
  }
}
