import Domain
import Foundation
import Testing

@testable import StateStore

/// A scan of one finding, which joins what was known of the rest of its row.
struct PartialScanTests {
  private let folder: Folder
  private let store: StateStore

  init() throws {
    folder = try Folder()
    store = folder.store()
    _ = try store.record(.sample(["ASC 07": ["a", "b", "c"].map { .volume($0) }, "ASC 13": []]))
  }

  @Test func oneFindingTakesItsOwnPlaceAndNoOther() throws {
    let state = try store.record(rescan(of: "b", as: [.volume("b", .pass)]))
    let findings = try #require(try store.findings(of: account)["ASC 07"])
    #expect(findings.map(\.finding.resource.name) == ["a", "b", "c"])
    #expect(findings.map(\.finding.status) == [.alert, .pass, .alert])
    #expect(findings.map(\.scans) == [1, 1, 1])
    let summary = try #require(state.accounts[account]?.rows["ASC 07"])
    #expect((summary.counts.alert, summary.counts.pass) == (2, 1))
    #expect(state.accounts[account]?.history.count == 2)
  }

  @Test func theRowStaysAsOldAsTheRestOfIt() throws {
    let before = try store.load().accounts[account]
    let after = try store.record(rescan(of: "a", as: [])).accounts[account]
    #expect(after?.rows["ASC 07"]?.checkedAt == before?.rows["ASC 07"]?.checkedAt)
    #expect(after?.lastScan?.regions == before?.lastScan?.regions)
    #expect(after?.lastScan?.number == 2)
    #expect(after?.rows["ASC 13"] == before?.rows["ASC 13"])
  }

  @Test func whatIsGoneIsRememberedAndTheRestWasNeverMissed() throws {
    _ = try store.record(rescan(of: "a", as: []))
    let memory = try #require(try store.memories(of: account)["ASC 07"])
    #expect(memory.past.map(\.record.finding.resource.name) == ["a"])
    #expect(memory.past.map(\.state) == [.gone])
    #expect(memory.present.map(\.finding.resource.name) == ["b", "c"])
    #expect(memory.present.map(\.runs) == [[1...1], [1...1]])
  }

  @Test func aPartWithoutTheRestIsNotWritten() throws {
    for name in try folder.names() where name.hasSuffix(".ndjson") {
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    }
    let before = try store.load()
    #expect(try store.record(rescan(of: "a", as: [])) == before)
  }

  private func rescan(of name: String, as findings: [Finding]) -> ScanResult {
    let scan = ScanResult.sample(["ASC 07": findings], minutes: 1)
    var summary = scan.summary
    summary.regions = ["ap-northeast-1"]
    return ScanResult(
      account: scan.account,
      partition: scan.partition,
      summary: summary,
      rows: scan.rows,
      extent: .resource(Finding.volume(name).resource)
    )
  }
}
