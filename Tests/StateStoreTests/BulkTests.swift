import Domain
import Testing

@testable import StateStore

/// Prints how long many findings take; asserts only that all of them are there.
struct BulkTests {
  @Test func manyFindings() throws {
    let count = 20_000
    let folder = try Folder()
    let findings = (0..<count).map { Finding.volume("vol-0f31b2c47d9e1a\($0)") }
    let clock = ContinuousClock()
    let writing = try clock.measure {
      _ = try folder.store().record(.sample(["ASC 07": findings]))
    }
    var found: [FindingRecord] = []
    let reading = try clock.measure {
      found = try folder.store().findings(of: account)["ASC 07"] ?? []
    }
    let attesting = try clock.measure {
      _ = try folder.store().record(.sample("1"), in: account, .aws)
    }
    print("\(count) findings: written in \(writing), read in \(reading), attested in \(attesting)")
    #expect(found.map(\.finding) == findings)
  }
}
