import Checks
import Domain
import FoundationEssentials
import Scanner
import StateStore

/// What the session asks of the world.
package enum Effect: Equatable, Sendable {
  case scan(Run, [CheckID])
  /// Gathers a row's evidence with the part that costs money.
  case pay(Run, CheckID)
  case rescan(Run, FindingTarget)
  /// Gives one row of a scan up; its old result stays.
  case cancel(Run, CheckID)
  case cancelAll
  case record(AttestationDraft, AccountID, Partition)
  case decide(Decision, AccountID, Partition)
  case loadFindings(AccountID)
  case arrange(Arrangement)
  case count(CoverageCount)
  case copy(Copying)
  case browse(String)
  case readProfiles
  case answerCode(Int, String?)
  case use(AccountChoice)
  case saveView(SavedView)
}

/// Carries effects out, away from the thread of the screen, and reports back in messages.
package final class Effects: Sendable {
  let dependencies: Dependencies
  let post: @Sendable (Message) -> Void
  let scans = Locked<[Run: Scan]>([:])
  /// The revision this program wrote last, held while it writes: its own change is no news.
  private let written = Locked<Int?>(nil)
  private let isWatching = Locked(false)
  private let known = Locked<[AccountID: [CheckID: Findings]]>([:])
  /// The number of the latest arrangement; earlier ones are given up.
  private let arrangements = Locked(0)
  /// The same of counts.
  private let counts = Locked(0)
  /// The view that was to be written last, so that an earlier one never replaces it.
  private let views = Locked(0)

  package init(_ dependencies: Dependencies, post: @escaping @Sendable (Message) -> Void) {
    self.dependencies = dependencies
    self.post = post
    watch()
  }

  /// Before the first write there may be no folder to watch.
  private func watch() {
    isWatching.withLock { isWatching in
      if !isWatching { isWatching = dependencies.watch { [weak self] in self?.reload() } }
    }
  }

  /// Takes in what another program has written.
  private func reload() {
    do {
      let state = try written.withLock { written -> State? in
        let state = try dependencies.load()
        defer { written = state.revision }
        return state.revision == written ? nil : state
      }
      if let state { post(.state(state)) }
    } catch {
      post(.stateUnreadable(dependencies.explain(error)))
    }
  }

  func write(_ change: () throws -> State) throws -> State {
    defer { watch() }
    return try written.withLock { written in
      let state = try change()
      written = state.revision
      return state
    }
  }

  package func perform(_ effect: Effect) {
    switch effect {
    case .scan(let run, let rows): start(run, rows)
    case .pay(let run, let row): start(run, [row], EvidenceRequest(paidRows: [row]))
    case .rescan(let run, let target): start(run, target)
    case .cancel(let run, let row): cancel(run, row)
    case .cancelAll: cancelAll()
    case .record(let draft, let account, let partition):
      Task { record(draft, in: account, partition) }
    case .decide(let decision, let account, let partition):
      Task { decide(decision, in: account, partition) }
    case .loadFindings(let account):
      Task { loadFindings(of: account) }
    case .arrange(let arrangement): arrange(arrangement)
    case .count(let job): count(job)
    case .copy(let copying):
      Task { post(.copied(Copied(copying.words, dependencies.copy(copying.text)))) }
    case .browse(let address):
      Task { browse(address) }
    case .readProfiles:
      Task { readProfiles() }
    case .answerCode(let number, let code): dependencies.codes.answer(number, with: code)
    case .use(let choice): use(choice)
    case .saveView(let view): save(view)
    }
  }

  private func readProfiles() {
    do {
      post(.profiles(try dependencies.accounts.profiles()))
    } catch {
      post(.profilesUnreadable(dependencies.explain(error)))
    }
  }

  /// At once for scans that follow; that it is written down for the next start may take longer.
  private func use(_ choice: AccountChoice) {
    dependencies.accounts.use(choice)
    guard let account = choice.account else { return }
    Task {
      do {
        _ = try write { try dependencies.accounts.remember(account) }
      } catch {
        post(.stateUnreadable(dependencies.explain(error)))
      }
    }
  }

  private func save(_ view: SavedView) {
    let number = views.withLock { number in
      number += 1
      return number
    }
    Task {
      do {
        try views.withLock { if $0 == number { try dependencies.saveView(view) } }
      } catch {
        post(.viewUnsaved(dependencies.explain(error)))
      }
    }
  }

  /// Writes down how the screen was left, now: the program ends.
  package func finish(_ view: SavedView) throws {
    try views.withLock { number in
      number += 1
      try dependencies.saveView(view)
    }
  }

  private func arrange(_ arrangement: Arrangement) {
    let number = arrangements.withLock { number in
      number += 1
      return number
    }
    Task {
      let outcome = arrangement.carriedOut { arrangements.withLock { $0 != number } }
      if let outcome { post(.arranged(outcome)) }
    }
  }

  private func count(_ job: CoverageCount) {
    let number = counts.withLock { number in
      number += 1
      return number
    }
    Task {
      let count = job.carriedOut { counts.withLock { $0 != number } }
      if let count { post(.counted(job, count)) }
    }
  }

  private func browse(_ address: String) {
    let isShown = dependencies.browse(address)
    post(.browsed(isShown ? .opened(address) : .shown(address, dependencies.copy(address))))
  }

  private func start(
    _ run: Run,
    _ rows: [CheckID],
    _ evidence: EvidenceRequest = EvidenceRequest()
  ) {
    scans.withLock { $0[run] = Scan(rows: Set(rows)) }
    Task { await scan(run, rows.compactMap(Catalog.check), evidence) }
  }

  private func cancel(_ run: Run, _ row: CheckID) {
    let scan = scans.withLock { scans in
      scans[run]?.dropped.insert(row)
      return scans[run]
    }
    scan?.cancel([row])
  }

  /// Rows that are judged already stay judged, and are written down.
  private func cancelAll() {
    let running = scans.withLock { scans in
      scans = scans.mapValues { $0.givenUp }
      return Array(scans.values)
    }
    for scan in running { scan.cancel(scan.rows) }
  }

  private func scan(_ run: Run, _ checks: [Check], _ evidence: EvidenceRequest) async {
    guard let control = scans.withLock({ $0[run]?.control }) else { return }
    do {
      let result = try await dependencies.scan(checks, evidence, control) { [self] in
        report($0, of: run)
      }
      finish(run, result)
    } catch {
      let isDropped = scans.withLock { $0[run]?.isDropped ?? false }
      post(isDropped ? .cancelled(run) : .failed(run, dependencies.explain(error)))
    }
    scans.withLock { $0[run] = nil }
  }

  func finish(_ run: Run, _ result: ScanResult) {
    guard !result.rows.isEmpty || !result.evidence.isEmpty else { return post(.cancelled(run)) }
    do {
      post(.finished(run, try write { try dependencies.recordScan(result) }))
      if !result.rows.isEmpty { loadFindings(of: result.account) }
    } catch {
      post(.unsaved(run, dependencies.explain(error)))
    }
  }

  private func report(_ event: ScanEvent, of run: Run) {
    switch event {
    case .identified:
      guard let owner = event.owner else { return }
      let exceptions = openSuppressions(of: owner.account)
      scans.withLock { scans in
        scans[run]?.account = owner.account
        scans[run]?.exceptions = exceptions
      }
      post(.scan(run, .identified(owner.account, owner.partition)))
    case .regions(let regions): post(.scan(run, .regions(regions.count)))
    case .started(let row): post(.scan(run, .started(row)))
    case .progress(let row, let progress): post(.scan(run, .progress(row, progress)))
    case .judged(let row):
      post(.scan(run, .judged(row.id, summary(of: row, in: run), findings(of: row, in: run))))
    case .gathered(let row, let evidence): post(.scan(run, .gathered(row, evidence)))
    case .throttled(let times): post(.scan(run, .throttled(times)))
    case .calls(let count): post(.scan(run, .calls(count)))
    }
  }

  /// What may be accepted of the account; an unreadable file says so when the scan is written.
  private func openSuppressions(of account: AccountID) -> [Suppression] {
    do {
      return try dependencies.load().accounts[account]?.log.openSuppressions ?? []
    } catch {
      post(.stateUnreadable(dependencies.explain(error)))
      return []
    }
  }

  private func summary(of row: ScanResult.Row, in run: Run) -> RowSummary {
    let (account, exceptions) = scans.withLock { ($0[run]?.account, $0[run]?.exceptions ?? []) }
    guard let account, !exceptions.isEmpty else { return row.summary }
    return row.summary(of: account, excepting: exceptions)
  }

  /// A row's fresh findings, with the dates of those that were there before.
  private func findings(of row: ScanResult.Row, in run: Run) -> Findings {
    guard let account = scans.withLock({ $0[run]?.account }) else { return Findings([]) }
    let before = known.withLock { $0[account]?[row.id] }
    return Findings(
      row.findings.map { finding in
        let id = finding.id(row: row.id, account: account)
        let earlier = before?[id]
        return FindingRecord(
          id: id,
          finding: finding,
          firstSeen: earlier?.firstSeen ?? row.checkedAt,
          lastSeen: row.checkedAt,
          scans: (earlier?.scans ?? 0) + 1
        )
      }
    )
  }

  private func loadFindings(of account: AccountID) {
    do {
      let findings = try dependencies.memories(account).mapValues { Findings($0) }
      known.withLock { $0[account] = findings }
      post(.findings(account, findings))
    } catch {
      post(.findingsUnreadable(dependencies.explain(error)))
    }
  }
}
