import Domain
import Testing

@testable import StateStore

struct FindingsMergeTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  /// Found in the order of before, in another, with new ones between, and with some gone.
  @Test(arguments: [
    ["a", "b", "c"], ["c", "b", "a"], ["new", "a", "b", "c"], ["a", "new", "c"], ["b"],
    ["c", "a", "new", "b"],
  ])
  func aFindingKeepsWhenItWasFirstSeenInAnyOrder(_ names: [String]) throws {
    let store = folder.store()
    _ = try store.record(.sample(["ASC 07": ["a", "b", "c"].map { .volume($0) }]))
    _ = try store.record(.sample(["ASC 07": names.map { .volume($0) }], minutes: 1))
    let records = try #require(try store.findings(of: account)["ASC 07"])
    #expect(records.map(\.finding) == names.map { .volume($0) })
    for record in records {
      let isNew = record.finding.resource.name == "new"
      #expect(record.scans == (isNew ? 1 : 2))
      #expect((record.firstSeen == record.lastSeen) == isNew)
    }
  }
}
