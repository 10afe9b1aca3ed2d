import Domain
import Testing

@testable import StateStore

/// Lines of which only the ends are read remember as much as lines that are read whole.
struct SightingsTests {
  @Test(arguments: 1...6) func remembersWhatWholeRecordsRemember(_ seed: UInt64) throws {
    let folder = try Folder()
    let store = folder.store()
    var random = Dice(state: seed)
    var expected = RowMemory()
    for scan in 1...8 {
      let result = ScanResult.sample(["ASC 07": Self.findings(&random)], minutes: Double(scan))
      var summary = result.summary
      summary.number = scan
      expected = expected.after(result.rows[0], summary, of: account)
      _ = try store.record(result)
      let memory = try #require(try store.memories(of: account)["ASC 07"])
      #expect(memory.present == expected.present)
      #expect(Set(memory.past) == Set(expected.past))
    }
  }

  @Test func anIDIsANumberOfThirtyTwoDigits() {
    let id = String(repeating: "0", count: 31) + "a"
    #expect(FindingKey(id) != nil)
    #expect(FindingKey(id) != FindingKey(String(repeating: "0", count: 31) + "b"))
    #expect(FindingKey(String(id.dropLast())) == nil)
    #expect(FindingKey(String(id.dropLast()) + "G") == nil)
  }

  /// Some of twelve volumes, each as it happens to be; what they say would fool a careless reader.
  private static func findings(_ random: inout Dice) -> [Finding] {
    (0..<12).compactMap { number in
      let status = [Finding.Status.alert, .pass, .unknown][Int.random(in: 0..<3, using: &random)]
      var finding = Finding.volume("v\(number)", status)
      finding.values["note"] = #","firstSeen":"2001-01-01T00:00:00Z","scans":99]"#
      if finding.status == .pass, Bool.random(using: &random) { finding.warnings = [.old] }
      return Int.random(in: 0..<3, using: &random) == 0 ? nil : finding
    }
  }
}

private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
