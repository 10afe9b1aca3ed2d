import AWSClient
import AWSOperations
import ArgumentParser
import Checks
import Domain
import FoundationEssentials
import Reports
import Scanner
import StateStore

/// Scans many accounts, some at once; one that fails never stops the others.
struct AccountsScan: Sendable {
  /// How many at once: AWS limits each account by itself, so this bounds memory and connections.
  private static let window = 8
  /// Results that are written down together at least.
  private static let batch = 16
  /// Results that are held back at most.
  private static let mostHeldBack = 128
  /// Writing takes longer the more accounts a file holds: it may take this part of the time.
  private static let shareOfWriting = 0.1

  let request: AccountsRequest
  let live: LiveAccess
  let program: Program
  let checks: [Check]
  let evidence: EvidenceRequest

  /// The report, which is of what was written down.
  func run() async throws -> AccountsReport {
    let settings = try live.settings()
    let source = settings.credentials(try live.tools())
    let home = try live.access(by: settings, signedWith: source)
    let identity = try await home.scanner.identity()
    let list = try await accounts(home)
    let ways = Ways(settings: settings, source: source, identity: identity)
    let startedAt = program.now()
    let records = try program.store.load().accounts.mapValues(\.withoutUnpaidEvidence)
    let outcomes = try await scan(list.entries, ways, records)
    return AccountsReport(
      outcomes,
      skipped: list.skipped,
      on: checks,
      seconds: program.now().timeIntervalSince(startedAt)
    )
  }

  /// What all accounts share.
  private struct Ways: Sendable {
    let settings: Settings
    let source: CredentialProvider
    let identity: CallerIdentity
  }

  private func accounts(_ home: Access) async throws -> AccountList {
    if request.isOrganization { return try AccountList(try await home.scanner.organization()) }
    guard let text = try SettingsFile.read(request.source) else {
      throw Failure.noAccountsFile(request.source)
    }
    return try AccountList(text, path: request.source)
  }

  private func scan(
    _ entries: [AccountList.Entry],
    _ ways: Ways,
    _ records: [AccountID: AccountRecord]
  ) async throws -> [AccountOutcome] {
    let line = AccountsProgressLine(program.console, total: entries.count)
    defer { line.end() }
    return try await withThrowingTaskGroup(of: Scanned.self) { group in
      var waiting = entries.makeIterator()
      func begin() {
        guard let entry = waiting.next() else { return }
        group.addTask { await scan(entry, ways, records[entry.account]) }
      }
      var (outcomes, unwritten) = ([AccountOutcome](), [Scanned]())
      var nextWriting = program.now()
      for _ in 0..<Self.window { begin() }
      while let scanned = try await group.next() {
        try Task.checkCancellation()
        begin()
        unwritten.append(scanned)
        line.take(scanned.isFailed)
        let moment = program.now()
        let isSoon = moment < nextWriting
        guard unwritten.count >= (isSoon ? Self.mostHeldBack : Self.batch) else { continue }
        outcomes += try written(unwritten)
        unwritten = []
        let seconds = program.now().timeIntervalSince(moment)
        nextWriting = program.now() + seconds * (1 / Self.shareOfWriting - 1)
      }
      return try outcomes + written(unwritten)
    }
  }

  private func scan(
    _ entry: AccountList.Entry,
    _ ways: Ways,
    _ record: AccountRecord?
  ) async -> Scanned {
    do {
      let access = try access(to: entry.account, ways)
      var result = try await access.scan(checks, evidence: evidence, onRecord: { _ in record }) {
        _ in
      }
      guard result.account == entry.account else {
        throw Failure.anotherAccount(entry.account, found: result.account)
      }
      result.summary.accountName = entry.name
      return Scanned(entry: entry, result: .success(result))
    } catch {
      return Scanned(entry: entry, result: .failure(Failure(explaining: error)))
    }
  }

  /// The account that the credentials belong to needs no role, and often has none.
  private func access(to account: AccountID, _ ways: Ways) throws -> Access {
    guard account != ways.identity.account else {
      return try live.access(by: ways.settings, signedWith: ways.source)
    }
    let profile: String? = if case .profile(let name) = ways.settings.wayInUse { name } else { nil }
    return try live.access(
      through: NamedRoleWay(request.role, externalID: request.externalID, profile: profile),
      in: account,
      ways.identity.partition,
      by: ways.settings,
      assumedBy: ways.source
    )
  }

  private func written(_ scanned: [Scanned]) throws -> [AccountOutcome] {
    let results = scanned.compactMap(\.success)
    let state = try results.isEmpty ? State() : program.store.record(results)
    return scanned.map { scanned in
      switch scanned.result {
      case .success(let result):
        let record = state.accounts[result.account]
        let report = ScanReport(result, on: checks, record: record, now: program.now())
        return AccountOutcome(report, name: scanned.entry.name)
      case .failure(let failure):
        return AccountOutcome(
          scanned.entry.account,
          name: scanned.entry.name,
          problem: failure.problem,
          hint: failure.hint
        )
      }
    }
  }
}

/// What came of one account.
private struct Scanned: Sendable {
  let entry: AccountList.Entry
  let result: Result<ScanResult, Failure>

  var success: ScanResult? {
    if case .success(let result) = result { result } else { nil }
  }

  var isFailed: Bool { success == nil }
}

/// One line on standard error that tells how many accounts are done.
private final class AccountsProgressLine: Sendable {
  private let console: Console
  private let total: Int
  private let counts = Locked((done: 0, failed: 0))

  init(_ console: Console, total: Int) {
    self.console = console
    self.total = total
    show(0, failed: 0)
  }

  func take(_ isFailed: Bool) {
    let (done, failed) = counts.withLock { counts in
      counts.done += 1
      if isFailed { counts.failed += 1 }
      return counts
    }
    show(done, failed: failed)
  }

  func end() { console.transient("") }

  private func show(_ done: Int, failed: Int) {
    let words = Text(
      en: "Scanning: \(done) of \(total) accounts done"
        + (failed > 0 ? ", \(failed) could not be scanned" : ""),
      ja: "スキャン中: \(total)アカウント中\(done)完了" + (failed > 0 ? " (スキャン不能 \(failed))" : "")
    )
    console.transient(words[console.language])
  }
}

extension AccountRecord {
  /// Evidence is most of a record, and a scan gathers it again unless AWS charges for it.
  fileprivate var withoutUnpaidEvidence: Self {
    var record = self
    record.evidence = evidence.filter { !$0.value.evidence.closedMonths.isEmpty }
    return record
  }
}

extension Failure {
  fileprivate static func noAccountsFile(_ path: String) -> Self {
    Self(
      Text(en: "there is no file \(path)", ja: "ファイル \(path) がありません"),
      hint: Text(
        en: "Name a file with one account number a line, or organization.",
        ja: "アカウント番号を1行に1つ書いたファイル、または organization を指定してください。"
      ),
      exitCode: .usage
    )
  }

  fileprivate static func anotherAccount(_ wanted: AccountID, found: AccountID) -> Self {
    Self(
      Text(
        en: "the role gave credentials of account \(found.digits)",
        ja: "ロールの認証情報は別のアカウント \(found.digits) のものでした"
      ),
      hint: Text(
        en: "Nothing was kept of \(wanted.digits). Check where its calls go (endpoint_url).",
        ja: "\(wanted.digits) の結果は保存していません。endpoint_url を確認してください。"
      )
    )
  }
}
