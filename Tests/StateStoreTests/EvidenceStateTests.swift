import Domain
import Foundation
import Testing

@testable import StateStore

/// What an account showed beside its manual rows is kept with the scan, and with the answer.
struct EvidenceStateTests {
  private let folder: Folder
  private let store: StateStore

  init() throws {
    folder = try Folder()
    store = folder.store()
  }

  @Test func isReadAsItWasWritten() throws {
    _ = try store.record(.gathered(["ASC 09": .sample, "ASC 15": .empty]))
    let record = try #require(try store.load().accounts[account])
    #expect(record.evidence == ["ASC 09": .sample, "ASC 15": .empty])
    #expect(try store.load().currentAccount == account)
  }

  @Test func evidenceAloneIsNoScanOfTheHistory() throws {
    _ = try store.record(.sample(["ASC 07": [.volume("a")]]))
    let before = try #require(try store.load().accounts[account])
    let findings = try folder.findingsName()
    let after = try #require(
      try store.record(.gathered(["ASC 09": .sample])).accounts[account]
    )
    #expect(after.history == before.history)
    #expect(after.lastScan == before.lastScan)
    #expect(try folder.findingsName() == findings)
    #expect(after.evidence == ["ASC 09": .sample])
  }

  @Test func oneRowsEvidenceTakesThePlaceOfItsOwnAlone() throws {
    _ = try store.record(.gathered(["ASC 09": .sample, "ASC 15": .sample]))
    let state = try store.record(.gathered(["ASC 09": .empty]))
    #expect(state.accounts[account]?.evidence == ["ASC 09": .empty, "ASC 15": .sample])
  }

  /// Somebody's setting, and nothing of the file.
  @Test func howStaleAnswersCountIsNotKept() throws {
    let strict = StateStore(
      path: folder.state,
      reason: Reason.init(unknownCode:),
      staleness: .alert
    )
    let written = try strict.record(.gathered(["ASC 09": .sample]))
    #expect(written.accounts[account]?.staleness == .alert)
    #expect(try strict.load().accounts[account]?.staleness == .alert)
    #expect(try store.load().accounts[account]?.staleness == .warn)
  }

  @Test func aScanKeepsWhatItGathered() throws {
    let result = ScanResult.sample(["ASC 07": [.volume("a")]])
    let whole = ScanResult(
      account: result.account,
      partition: result.partition,
      summary: result.summary,
      rows: result.rows,
      evidence: ["ASC 09": .sample]
    )
    let record = try #require(try store.record(whole).accounts[account])
    #expect(record.evidence == ["ASC 09": .sample])
    #expect(record.rows["ASC 07"] != nil)
  }

  @Test func theFactsAndTheirDigestGoWithTheAnswer() throws {
    _ = try store.record(.judged("1", on: .sample), in: account, .aws)
    let kept = try #require(try store.load().accounts[account]?.attestations.first)
    #expect(kept.facts == .sample)
    let text = try folder.text()
    #expect(text.contains(MaterialFacts.sample.digest))
    #expect(try store.verify()[account]?.faults.isEmpty == true)
    try folder.write(text.replacing("踏み台", with: "bastion"))
    #expect(try store.verify()[account]?.faults.isEmpty == false)
  }

  @Test func anAnswerWithoutFactsHasNone() throws {
    _ = try store.record(.judged("1", on: nil), in: account, .aws)
    #expect(try store.load().accounts[account]?.attestations.first?.facts == nil)
    #expect(try !folder.text().contains("factsDigest"))
  }

  @Test func whatALaterProgramAddsSurvives() throws {
    _ = try store.record(.gathered(["ASC 09": .sample]))
    let text = try folder.text()
    try folder.write(text.replacing("\"gatheredAt\":", with: "\"later\": [1], \"gatheredAt\":"))
    _ = try store.record(.gathered(["ASC 09": .empty]))
    #expect(try folder.text().contains("\"later\""))
  }

  @Test(arguments: [
    ("\"gatheredAt\": \"2026", "\"gatheredAt\": \"the 2026"), ("\"facts\"", "\"fact\""),
    ("\"summary\"", "\"sum\""),
  ])
  func whatIsMisshapenIsRefused(_ old: String, _ new: String) throws {
    _ = try store.record(.gathered(["ASC 09": .sample]))
    let text = try folder.text()
    let spoilt = text.replacing(old, with: new)
    try #require(spoilt != text)
    try folder.write(spoilt)
    #expect(throws: StateError.self) { try store.load() }
  }

  @Test func aCauseThatIsNotKnownIsARefusal() throws {
    _ = try store.record(.gathered(["ASC 09": .sample]))
    try folder.write(try folder.text().replacing("\"accessDenied\"", with: "\"eclipse\""))
    let record = try #require(try store.load().accounts[account])
    #expect(record.evidence["ASC 09"]?.evidence.notVisible.map(\.cause) == [.refused])
  }
}

extension MaterialFacts {
  static let sample = MaterialFacts([
    .init("keyPairs", in: "ap-northeast-1"): .items(["key-1": "踏み台", "key-2": ""]),
    .init("keyPairs", in: "us-east-1"): .unreadable, .init("budgets"): .items([:]),
  ])
}

extension EvidenceRecord {
  static let empty = Self(Evidence(summary: Text(en: "none", ja: "なし")), gatheredAt: noon)

  static let sample: Self = {
    var evidence = Evidence(summary: Text(en: "keys: 2", ja: "キーペア 2件"))
    evidence.alertsAtOnce = [Text(en: "public", ja: "公開")]
    evidence.flags = [Text(en: "old", ja: "古い"), Text(en: "same", ja: "same")]
    evidence.lines = [Evidence.Line(Text(en: "keys", ja: "キー"), Text(en: "2", ja: "2"))]
    let cells = [Text(en: "踏み台", ja: "踏み台"), Text(en: "yes", ja: "はい")]
    evidence.tables = [
      Evidence.Table(
        Text(en: "Keys", ja: "キー"),
        columns: [Text(en: "key", ja: "キー"), Text(en: "open", ja: "公開")],
        rows: [.init(cells, isFlagged: true), .init(cells)],
        omitted: 3
      )
    ]
    evidence.notVisible = [
      Evidence.NotVisible(
        action: "ec2:DescribeKeyPairs",
        cause: .accessDenied,
        regions: ["us-east-1"],
        words: Text(en: "not visible", ja: "確認できません")
      )
    ]
    evidence.material = .sample
    evidence.closedMonths = [
      ClosedMonth("2026-04", []),
      ClosedMonth("2026-05", [.init(service: "Amazon S3", amount: "12.3456789", unit: "USD")]),
    ]
    return Self(evidence, gatheredAt: noon)
  }()
}

extension ScanResult {
  static func gathered(_ evidence: [CheckID: EvidenceRecord]) -> Self {
    let result = Self.sample([:])
    return Self(
      account: result.account,
      partition: result.partition,
      summary: result.summary,
      rows: [],
      evidence: evidence
    )
  }
}

extension Attestation {
  static func judged(_ id: String, on facts: MaterialFacts?) -> Self {
    Self(
      id: id,
      row: "ASC 09",
      outcome: .compliant,
      note: "確認済み",
      reviewer: "山田",
      attestedAt: noon,
      recordedAt: noon,
      facts: facts
    )
  }
}
