import AWSOperations
import Checks
import Domain
import Foundation
import Scanner
import StateStore
import TerminalUI
import Testing

@testable import App

struct EffectsTests {
  @Test func reportsAScanAndWritesItDown() async {
    let world = World(scan: { _, _, _, onEvent in
      onEvent(.identified(Self.identity))
      onEvent(.regions(["us-east-1"]))
      onEvent(.started("ASC 01"))
      onEvent(.judged(Self.row("ASC 01")))
      return Self.result([Self.row("ASC 01")])
    })
    world.effects.perform(.scan(Run(7), ["ASC 01"]))
    let messages = await world.messages(6)
    #expect(
      messages.map(\.name) == [
        "identified", "regions", "started", "judged", "finished", "findings",
      ]
    )
    #expect(world.recorded.withLock { $0 } == ["ASC 01"])
  }

  @Test func keepsTheDatesOfFindingsThatWereThereBefore() async {
    let finding = Self.row("ASC 01").findings[0]
    let id = finding.id(row: "ASC 01", account: Fixture.account)
    let before = FindingRecord(
      id: id,
      finding: finding,
      firstSeen: Fixture.days(9),
      lastSeen: Fixture.days(1),
      scans: 4
    )
    let world = World(
      scan: { _, _, _, onEvent in
        onEvent(.identified(Self.identity))
        onEvent(.judged(Self.row("ASC 01")))
        return Self.result([Self.row("ASC 01")])
      },
      findings: ["ASC 01": [before]]
    )
    world.effects.perform(.loadFindings(Fixture.account))
    _ = await world.messages(1)
    world.effects.perform(.scan(Run(1), ["ASC 01"]))
    guard case .scan(_, .judged(_, _, let findings)) = await world.messages(3)[2] else {
      Issue.record("nothing was judged")
      return
    }
    #expect(findings[id]?.firstSeen == Fixture.days(9))
    #expect(findings[id]?.scans == 5)
  }

  @Test func saysWhyAScanFailed() async {
    let world = World(scan: { _, _, _, _ in throw Fixture.noCredentials })
    world.effects.perform(.scan(Run(1), ["ASC 01"]))
    guard case .failed(Run(1), Fixture.noCredentials) = await world.messages(1)[0] else {
      Issue.record("no failure was reported")
      return
    }
  }

  @Test func takesInWhatAnotherProgramWrites() async {
    let world = World()
    world.saved.withLock { $0.revision = 8 }
    world.fileChanges()
    world.fileChanges()
    let messages = await world.messages(1)
    guard messages.count == 1, case .state(let state) = messages[0] else {
      Issue.record("\(messages.map(\.name))")
      return
    }
    #expect(state.revision == 8)
  }

  @Test func takesItsOwnChangeForNoNews() async {
    let world = World()
    world.effects.perform(.record(Self.draft, Fixture.account, .aws))
    #expect(await world.messages(1).map(\.name) == ["attested"])
    world.fileChanges()
    #expect(await world.messages(1).map(\.name) == ["attested"])
  }

  @Test func saysThatResultsCouldNotBeWrittenDown() async {
    let world = World(
      scan: { _, _, _, _ in Self.result([Self.row("ASC 01")]) },
      recordError: Fixture.noCredentials
    )
    world.effects.perform(.scan(Run(1), ["ASC 01"]))
    #expect(await world.messages(1)[0].name == "unsaved")
  }

  @Test func givesUpRowsAndThenTheWholeScan() async {
    let world = World(scan: { _, _, control, onEvent in
      onEvent(.started("ASC 01"))
      try await Task.sleep(for: .milliseconds(30))
      _ = control
      return Self.result([])
    })
    world.effects.perform(.scan(Run(1), ["ASC 01"]))
    _ = await world.messages(1)
    world.effects.perform(.cancel(Run(1), "ASC 01"))
    #expect(await world.messages(2)[1].name == "cancelled")
  }

  private static let draft = AttestationDraft(
    row: "ASC 09",
    outcome: .compliant,
    note: "ok",
    reviewer: "Taro",
    link: nil,
    attestedAt: Fixture.now
  )

  @Test func writesAnEvaluationDown() async {
    let world = World()
    world.effects.perform(.record(Self.draft, Fixture.account, .aws))
    #expect(await world.messages(1)[0].name == "attested")
    #expect(world.attested.withLock { $0.map(\.id) } == ["new"])
  }

  @Test func writesSeveralEvaluationsDownAtOnce() async {
    let world = World()
    var (draft, other) = (Self.draft, Self.draft)
    other.row = "ASC 11"
    draft.others = [other]
    world.effects.perform(.record(draft, Fixture.account, .aws))
    #expect(await world.messages(1).count == 1)
    #expect(world.attested.withLock { $0.map(\.row) } == [draft.row, "ASC 11"])
  }

  @Test func writesADecisionDown() async {
    let world = World()
    world.effects.perform(.decide(.end("old", by: "me"), Fixture.account, .aws))
    #expect(await world.messages(1)[0].name == "decided")
    let ending = Suppression.Ending(id: "new", of: "old", by: "me", recordedAt: Fixture.now)
    #expect(world.entered.withLock { $0 } == [.ending(ending)])
  }

  @Test func saysThatADecisionCouldNotBeWrittenDown() async {
    let world = World(recordError: Fixture.noCredentials)
    world.effects.perform(.decide(.end("old", by: "me"), Fixture.account, .aws))
    #expect(await world.messages(1)[0].name == "undecided")
  }

  @Test func copiesWhatWasAskedFor() async throws {
    let world = World()
    let findings = try #require(Fixture.findings["ASC 07"])
    world.effects.perform(
      .copy(
        Copying(
          row: "ASC 07",
          findings: findings,
          places: [0],
          form: .arn,
          language: .english,
          zone: Fixture.zone
        )
      )
    )
    guard case .copied(let copied) = await world.messages(1)[0] else {
      Issue.record("nothing was copied")
      return
    }
    #expect(copied.words.en == "ARN copied (tmux buffer)")
    #expect(world.copied.withLock { $0 } == [findings.records[0].finding.resource.arn])
  }

  @Test(arguments: [true, false]) func opensAnAddressOrCopiesIt(_ hasBrowser: Bool) async {
    let world = World(hasBrowser: hasBrowser)
    world.effects.perform(.browse("https://example.com/"))
    guard case .browsed(let browsed) = await world.messages(1)[0] else {
      Issue.record("nothing was opened")
      return
    }
    let address = "https://example.com/"
    #expect(browsed == (hasBrowser ? .opened(address) : .shown(address, .tmux)))
    #expect(world.copied.withLock { $0 } == (hasBrowser ? [] : [address]))
  }

  @Test func arrangesOnlyWhatWasAskedForLast() async throws {
    let world = World()
    let findings = try #require(Fixture.findings["ASC 07"])
    for key in [FindingOrder.Key.resource, .region, .reason, .scans] {
      world.effects.perform(
        .arrange(
          Arrangement(findings: findings, query: .init(""), scope: .all, order: .init(key))
        )
      )
    }
    var last: Arrangement.Outcome?
    for count in 1...4 {
      if case .arranged(let outcome) = await world.messages(count).last { last = outcome }
      if last?.arrangement.order == FindingOrder(.scans) { break }
    }
    #expect(last?.arrangement.order == FindingOrder(.scans))
    #expect(last?.places.count == findings.records.count)
  }

  private static let identity = CallerIdentity(
    account: Fixture.account,
    arn: "arn:aws:iam::123456789012:user/taro",
    userID: "AIDAEXAMPLE"
  )

  private static func row(_ id: CheckID) -> ScanResult.Row {
    let resource = Resource(arn: "arn:aws:iam::123456789012:root", region: nil)
    return ScanResult.Row(
      id: id,
      findings: [.pass(resource, Fixture.reason("noRootKey"))],
      checkedAt: Fixture.now,
      duration: 1
    )
  }

  private static func result(_ rows: [ScanResult.Row]) -> ScanResult {
    ScanResult(
      account: Fixture.account,
      partition: .aws,
      summary: Fixture.scan(at: Fixture.now),
      rows: rows
    )
  }
}

/// Effects with a world made of closures, and what they posted.
private struct World {
  let effects: Effects
  let recorded = Locked<[CheckID]>([])
  let attested = Locked<[Attestation]>([])
  let copied = Locked<[String]>([])
  /// What the state file holds.
  let saved = Locked(Fixture.state)
  let watcher = Locked<(@Sendable () -> Void)?>(nil)
  /// Everything that was appended to the log.
  let entered = Locked<[LogEntry]>([])
  private let posted = Locked<[Message]>([])

  init(
    scan: @escaping Effects.Dependencies.Scan = { _, _, _, _ in throw Fixture.noCredentials },
    rescan: @escaping Effects.Dependencies.Rescan = { _, _ in throw Fixture.noCredentials },
    findings: [CheckID: [FindingRecord]] = [:],
    recordError: Problem? = nil,
    hasBrowser: Bool = true
  ) {
    let (recorded, attested, posted) = (recorded, attested, posted)
    let entered = entered
    let (saved, watcher, copied) = (saved, watcher, copied)
    let dependencies = Effects.Dependencies(
      scan: scan,
      rescan: rescan,
      recordScan: { result in
        if let recordError { throw recordError }
        recorded.withLock { $0 += result.rows.map(\.id) }
        return Fixture.state
      },
      recordEntries: { entries, _, _ in
        if let recordError { throw recordError }
        entered.withLock { $0 += entries }
        attested.withLock { $0 += Log(entries).attestations }
        return Fixture.state
      },
      memories: { _ in findings.mapValues { RowMemory(present: $0) } },
      copy: { text in
        copied.withLock { $0.append(text) }
        return .tmux
      },
      browse: { _ in hasBrowser },
      saveView: { _ in },
      load: { saved.withLock { $0 } },
      watch: { onChange in
        watcher.withLock { $0 = onChange }
        return true
      },
      now: { Fixture.now },
      newID: { "new" },
      explain: {
        $0 as? Problem ?? Problem(Text(en: "\($0)", ja: "\($0)"), hint: Text(en: "", ja: ""))
      }
    )
    effects = Effects(dependencies) { message in posted.withLock { $0.append(message) } }
  }

  /// As the watch tells it.
  func fileChanges() {
    watcher.withLock { $0 }?()
  }

  /// The first messages, as soon as there are so many.
  func messages(_ count: Int) async -> [Message] {
    for _ in 0..<2_000 {
      let messages = posted.withLock { $0 }
      if messages.count >= count { return messages }
      try? await Task.sleep(for: .milliseconds(2))
    }
    return posted.withLock { $0 }
  }
}

extension Message {
  fileprivate var name: String {
    switch self {
    case .scan(_, let news):
      switch news {
      case .identified: "identified"
      case .regions: "regions"
      case .started: "started"
      case .progress: "progress"
      case .judged: "judged"
      case .gathered: "gathered"
      case .throttled: "throttled"
      case .calls: "calls"
      }
    case .finished: "finished"
    case .codeWanted: "codeWanted"
    case .codeNotWanted: "codeNotWanted"
    case .rescanned: "rescanned"
    case .profiles: "profiles"
    case .profilesUnreadable: "profilesUnreadable"
    case .unsaved: "unsaved"
    case .failed: "failed"
    case .cancelled: "cancelled"
    case .state: "state"
    case .findings: "findings"
    case .findingsUnreadable: "findingsUnreadable"
    case .arranged: "arranged"
    case .counted: "counted"
    case .copied: "copied"
    case .browsed: "browsed"
    case .stateUnreadable: "stateUnreadable"
    case .attested: "attested"
    case .decided: "decided"
    case .undecided: "undecided"
    case .attestationFailed: "attestationFailed"
    case .viewUnsaved: "viewUnsaved"
    }
  }
}
