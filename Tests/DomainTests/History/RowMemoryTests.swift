import FoundationEssentials
import Testing

@testable import Domain

struct RowMemoryTests {
  private let start = Date(timeIntervalSince1970: 1_781_174_342)
  private let account: AccountID = "111122223333"
  private static let open = Reason("open", en: "o", ja: "o")
  private static let wide = Reason("wide", en: "w", ja: "w")

  @Test func whatAppearsVanishesAndReturnsKeepsItsFirstDay() {
    var memory = scanned([volume("a"), volume("b")], 1)
    memory = scanned([volume("b")], 2, memory)
    #expect(memory.past.map(\.record.finding) == [volume("a")])
    #expect(memory.past.map(\.state) == [.gone])
    #expect(memory.past.map(\.since) == [2])
    memory = scanned([volume("a"), volume("b")], 3, memory)
    #expect(memory.past == [])
    #expect(memory.present[0].firstSeen == at(1))
    #expect(memory.present[0].lastSeen == at(3))
    #expect(memory.present[0].scans == 2)
    #expect(memory.present.map(\.runs) == [[1...1, 3...3], [1...3]])
  }

  @Test func anUnreadableRegionTakesNothingAway() {
    var memory = scanned([volume("a"), volume("b", "us-east-1")], 1)
    memory = scanned([denied("eu-west-1"), volume("b", "us-east-1")], 2, memory)
    #expect(memory.past.map(\.state) == [.unseen])
    #expect(RowDifference(of: memory, from: 1, to: 2).gone == [])
    memory = scanned([volume("a"), volume("b", "us-east-1")], 3, memory)
    #expect(memory.present[0].firstSeen == at(1))
    #expect(memory.present[0].runs == [1...3])
    #expect(RowDifference(of: memory, from: 1, to: 3).isEmpty)
    #expect(RowDifference(of: memory, from: 2, to: 3).gone.map(\.finding) == [denied("eu-west-1")])
  }

  @Test func aRegionThatWasNotScannedTakesNothingAway() {
    var memory = scanned([volume("a"), volume("b", "us-east-1")], 1)
    memory = scanned([volume("a")], 2, memory, regions: ["eu-west-1"])
    #expect(memory.past.map(\.state) == [.unseen])
    memory = scanned([volume("a")], 3, memory)
    #expect(memory.past.map(\.state) == [.gone])
    #expect(memory.past.map(\.since) == [3])
  }

  @Test(arguments: ["arn:aws:iam::111122223333:root", "arn:aws:ec2:*:111122223333:*"])
  func anUnreadableAccountTakesNothingAway(_ arn: String) {
    let unit = Finding.unknown(Resource(arn: arn, region: nil), Gap(.accessDenied, "a:B"))
    let memory = scanned([unit], 2, scanned([volume("a")], 1))
    #expect(memory.past.map(\.state) == [.unseen])
  }

  @Test func aResourceThatIsUnknownNowIsNotFixed() {
    let resource = volume("a").resource
    let unknown = Finding.unknown(resource, Gap(.accessDenied, "a:B"))
    let memory = scanned([unknown, volume("b")], 2, scanned([volume("a"), volume("b")], 1))
    #expect(memory.past.map(\.state) == [.unseen])
    #expect(Set(scanned([unknown], 3, memory).past.map(\.state)) == [.unseen, .gone])
  }

  @Test func plainPassesAreNotRemembered() {
    let memory = scanned([], 2, scanned([volume("a", status: .pass)], 1))
    #expect(memory == RowMemory())
  }

  @Test func anotherThingToSayAboutTheSameResourceIsAChange() {
    let memory = scanned(
      [volume("a", reason: Self.wide), volume("c")],
      2,
      scanned([volume("a"), volume("b")], 1)
    )
    let difference = RowDifference(of: memory, from: 1, to: 2)
    #expect(difference.new.map(\.finding) == [volume("c")])
    #expect(difference.gone.map(\.finding) == [volume("b")])
    #expect(difference.changed.map(\.before.finding) == [volume("a")])
    #expect(difference.changed.map(\.after.finding) == [volume("a", reason: Self.wide)])
  }

  @Test func anyTwoScansCompare() {
    var memory = scanned([volume("a")], 1)
    memory = scanned([], 2, memory)
    memory = scanned([volume("b")], 3, memory)
    memory = scanned([volume("a"), volume("b")], 4, memory)
    let names = { (earlier: Int, later: Int) -> [[String]] in
      let difference = RowDifference(of: memory, from: earlier, to: later)
      return [difference.new, difference.gone].map { $0.map(\.finding.resource.name).sorted() }
    }
    #expect(names(1, 2) == [[], ["a"]])
    #expect(names(1, 3) == [["b"], ["a"]])
    #expect(names(1, 4) == [["b"], []])
    #expect(names(2, 4) == [["a", "b"], []])
    #expect(names(4, 2) == [[], ["a", "b"]])
  }

  @Test func isBounded() {
    var memory = RowMemory()
    for scan in 1...40 { memory = scanned(scan % 2 == 1 ? [volume("a")] : [], scan, memory) }
    #expect(memory.past[0].record.runs.count == RowMemory.runsKept)
    #expect(memory.past[0].record.runs.last == 39...39)
    #expect(memory.past[0].record.firstSeen == at(1))
    #expect(scanned([], 40 + RowMemory.scansKept - 1, memory).past.count == 1)
    #expect(scanned([], 40 + RowMemory.scansKept, memory).past == [])
  }

  @Test func ofWhatIsGoneTheLatestStay() {
    let first = scanned([volume("first")], 1)
    let many = (0..<RowMemory.goneKept).map { volume("\($0)") }
    let memory = scanned([], 3, scanned(many, 2, first))
    #expect(memory.past.count == RowMemory.goneKept)
    #expect(!memory.past.contains { $0.record.finding == volume("first") })
  }

  private func at(_ scan: Int) -> Date { start.addingTimeInterval(Double(scan) * 60) }

  private func scanned(
    _ findings: [Finding],
    _ number: Int,
    _ before: RowMemory = RowMemory(),
    regions: [Region] = ["eu-west-1", "us-east-1"]
  ) -> RowMemory {
    var scan = ScanSummary(
      startedAt: at(number),
      finishedAt: at(number),
      regions: regions,
      calls: 1,
      caller: ""
    )
    scan.number = number
    let row = ScanResult.Row(
      id: "ASC 07",
      findings: findings,
      checkedAt: at(number),
      duration: 1
    )
    return before.after(row, scan, of: account)
  }

  private func volume(
    _ name: String,
    _ region: Region = "eu-west-1",
    status: Finding.Status = .alert,
    reason: Reason = open
  ) -> Finding {
    let arn = "arn:aws:ec2:\(region.name):111122223333:volume/\(name)"
    return Finding(status, Resource(arn: arn, region: region), reason)
  }

  private func denied(_ region: Region) -> Finding {
    let unit = Resource(arn: "arn:aws:ec2:\(region.name):111122223333:*", region: region)
    return .unknown(unit, Gap(.accessDenied, "ec2:DescribeVolumes"))
  }
}
