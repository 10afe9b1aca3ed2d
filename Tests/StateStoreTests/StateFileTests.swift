import Domain
import Foundation
import Testing

@testable import StateStore

struct StateFileTests {
  /// Kept as each release wrote them: what is stored once reads for ever.
  private let first: [UInt8]
  private let second: [UInt8]

  init() throws {
    first = try Fixture.bytes("state.version-1")
    second = try Fixture.bytes("state.version-2")
  }

  @Test func readsEveryVersion() throws {
    for bytes in [first, second] {
      let state = try StateFile(bytes, path: "").state
      #expect(state.revision == 2)
      #expect(state.currentAccount == account)
      let record = try #require(state.accounts[account])
      #expect(record.rows["ASC 03"]?.cause == .accessDenied)
      #expect(record.rows["ASC 07"]?.counts.total == 3)
      #expect(record.attestations.map(\.outcome) == [.notCompliant])
      #expect(record.lastScan?.regions == ["ap-northeast-1", "us-east-1"])
      #expect(record.lastScan?.number == 1)
      #expect(record.history.count == 1)
      #expect(record.review(of: "ASC 09", at: noon).word == "notCompliant")
    }
  }

  @Test func writesTheCurrentVersionBackByteForByte() throws {
    #expect(try StateFile(second, path: "").tree.text == second)
  }

  @Test func historyLosesTheOldestScansAndNothingElse() {
    let others = ["attestation", "exception"].map { JSON.object(["kind": .string($0)]) }
    let scans = (0..<StateFile.scansKept + 3).map { number in
      JSON.object(["kind": .string("scan"), "calls": .number(number)])
    }
    #expect(StateFile.bounded(scans + others) == scans.dropFirst(3) + others)
    #expect(StateFile.bounded(others + scans) == others + scans.dropFirst(3))
    #expect(StateFile.bounded(others + scans.dropFirst(3)) == others + scans.dropFirst(3))
  }

  @Test func aScanIsAddedToABoundedHistory() throws {
    var tree = try JSON(parsing: second)
    let scan = tree[member: "accounts"][member: account.digits][elements: "history"][0]
    tree[member: "accounts"][member: account.digits][elements: "history"] =
      Array(repeating: scan, count: StateFile.scansKept)
    var file = try StateFile(tree.text, path: "")
    file.record(.sample([:]), [], findings: FindingsReference(file: "f", digest: "", count: 1))
    let history = file.tree[member: "accounts"][member: account.digits][elements: "history"]
    #expect(history.count == StateFile.scansKept)
    #expect(history.last?[member: "calls"] == .number(42))
  }

  @Test func aCauseThatIsOverIsRemoved() throws {
    var file = try StateFile(second, path: "")
    let reference = FindingsReference(file: "f", digest: "", count: 1)
    let scan = ScanResult.sample(["ASC 03": [.volume("a", .pass)]])
    file.record(scan, scan.rows, findings: reference)
    let row = file.tree[member: "accounts"][member: account.digits][member: "rows"][
      member: "ASC 03"
    ]
    #expect(
      row
        == .object([
          "pass": .number(1), "checkedAt": .string("2026-06-11T12:00:04Z"),
          "duration": .number("2.412"),
        ])
    )
  }
}
