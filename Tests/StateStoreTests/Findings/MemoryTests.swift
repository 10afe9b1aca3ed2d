import Domain
import Foundation
import Testing

@testable import StateStore

/// What was found by earlier scans is remembered between runs of the program.
struct MemoryTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test func anyTwoScansCompareAfterTheyWereSaved() throws {
    try scan(["ASC 07": [.volume("a"), .volume("b")], "ASC 12": [.volume("x")]], 0)
    try scan(["ASC 07": [.volume("b"), .volume("c")]], 1)
    try scan(["ASC 12": []], 2)
    let first = try difference(1, 2)
    #expect(names(first.rows["ASC 07"]?.new) == ["c"])
    #expect(names(first.rows["ASC 07"]?.gone) == ["a"])
    #expect(first.rows.keys.sorted() == ["ASC 07"])
    let all = try difference(1, 3)
    #expect(names(all.rows["ASC 12"]?.gone) == ["x"])
    #expect(all.rows["ASC 07"] == first.rows["ASC 07"])
    #expect(all.from.number == 1)
    #expect(all.to.number == 3)
    let back = try difference(3, 1)
    #expect(names(back.rows["ASC 12"]?.new) == ["x"])
  }

  @Test func aRowThatWasNotScannedYetIsNotCompared() throws {
    try scan(["ASC 07": [.volume("a")]], 0)
    try scan(["ASC 12": [.volume("x")]], 1)
    #expect(try difference(1, 2).uncompared == ["ASC 12"])
    #expect(try difference(1, 2).rows == [:])
  }

  @Test func aScanThatIsNotKeptIsNotCompared() throws {
    try scan(["ASC 07": []], 0)
    let record = try #require(try folder.store().load().accounts[account])
    #expect(ScanDifference(in: record, [:], from: 0, to: 1) == nil)
  }

  @Test func pastFindingsAreNotAmongThePresentOnes() throws {
    try scan(["ASC 07": [.volume("a"), .volume("b")]], 0)
    try scan(["ASC 07": [.volume("b")]], 1)
    #expect(try folder.store().findings(of: account)["ASC 07"]?.map(\.finding) == [.volume("b")])
    let memory = try #require(try folder.store().memories(of: account)["ASC 07"])
    #expect(memory.past.map(\.record.finding) == [.volume("a")])
    #expect(memory.past[0].at == noon.addingTimeInterval(64))
    let counted = try folder.text().contains(#""count": 1"#)
    #expect(counted)
  }

  @Test func aFileOfTheFirstVersionIsReadOn() throws {
    try scan(["ASC 07": [.volume("a"), .volume("b")]], 0)
    let name = try #require(try folder.findingsName())
    let text = try folder.text(name)
    let old = text.replacing(#""version":2"#, with: #""version":1"#)
      .replacing(#","runs":[[1,1]]"#, with: "")
    try #require(old != text)
    try folder.write(old, to: name)
    let digest = Digest.hex(Digest.sha256(old.utf8))
    let state = try folder.text().replacing(Digest.hex(Digest.sha256(text.utf8)), with: digest)
    try folder.write(state)
    try scan(["ASC 07": [.volume("b")]], 1)
    let difference = try difference(1, 2)
    #expect(names(difference.rows["ASC 07"]?.gone) == ["a"])
    #expect(difference.rows["ASC 07"]?.new == [])
  }

  private func scan(_ rows: [CheckID: [Finding]], _ minutes: Double) throws {
    _ = try folder.store().record(.sample(rows, minutes: minutes))
  }

  private func difference(_ earlier: Int, _ later: Int) throws -> ScanDifference {
    let record = try #require(try folder.store().load().accounts[account])
    let memories = try folder.store().memories(of: account)
    return try #require(ScanDifference(in: record, memories, from: earlier, to: later))
  }

  private func names(_ records: [FindingRecord]?) -> [String]? {
    records?.map(\.finding.resource.name)
  }
}
