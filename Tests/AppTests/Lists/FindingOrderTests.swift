import Domain
import Foundation
import TerminalUI
import Testing

@testable import App

struct FindingOrderTests {
  private func record(_ number: Int, _ region: Region, _ name: String) -> FindingRecord {
    FindingRecord(
      id: "\(number)",
      finding: .alert(
        Resource(arn: "arn:aws:ec2:\(region.name):123456789012:volume/\(name)", region: region),
        Fixture.reason("volumeUnencrypted"),
        ["volumeType": "gp3", "size": "8"]
      ),
      firstSeen: Fixture.days(Double(number)),
      lastSeen: Fixture.now,
      scans: number
    )
  }

  private var findings: Findings {
    Findings([
      record(1, "eu-west-1", "b"), record(2, "eu-west-1", "a"), record(3, "ap-south-1", "b"),
      record(4, "ap-south-1", "c"),
    ])
  }

  private func names(_ order: FindingOrder) -> String {
    let findings = findings
    return (order.places(of: findings) ?? []).map { findings.records[$0].id }.joined()
  }

  @Test func sortsByAColumnAndByTheColumnBefore() {
    #expect(names(FindingOrder()) == "3421")
    #expect(names(FindingOrder(.resource)) == "2314")
    #expect(names(FindingOrder(.resource, .region)) == "2314")
    #expect(names(FindingOrder(.scans)) == "1234")
    #expect(names(FindingOrder(.firstSeen)) == "4321")
    var order = FindingOrder(.resource)
    order.choose(.region)
    #expect(names(order) == "3421")
    order.reverse()
    #expect(names(order) == "2134")
    #expect(order.statement(in: .english) == "sort region- then resource+")
  }

  @Test func isTwoColumnsDeep() {
    var order = FindingOrder()
    for key in [FindingOrder.Key.state, .region, .resource, .region] { order.choose(key) }
    #expect(order.parts.map(\.key) == [.region, .resource])
  }

  @Test func sortsByTheMenuAndReverses() {
    var player = Player()
    player.openFindings("2")
    player.press("s")
    #expect(player.canvas.text.contains("sort by"))
    player.press("r")
    #expect(player.lines[1].contains("sort region+"))
    #expect(player.lines[2].contains("region+"))
    #expect(player.list?.selected?.finding.resource.region == "ap-northeast-1")
    player.press("Sg")
    #expect(player.lines[2].contains("region-"))
    #expect(player.list?.selected?.finding.resource.region == "us-west-2")
  }

  @Test func closesTheMenuWithoutSorting() {
    var player = Player()
    player.openFindings("2")
    player.press("sx")
    #expect(player.lines.contains { $0.contains("not in the menu") })
    player.press("<Esc>")
    #expect(player.list?.order.isNatural == true)
    #expect(player.session.router.top is FindingsScreen)
  }

  @Test func keepsTheCursorOnItsFinding() {
    var player = Player()
    player.openFindings("2")
    player.press("jjj")
    let id = player.selectedID
    player.press("sdS")
    #expect(player.selectedID == id)
  }

  @Test func sortsManyAwayFromTheScreen() {
    let records = Fixture.findings["ASC 07"]?.records ?? []
    let many = Findings(
      (0..<2).flatMap { copy in
        records.map { record in
          FindingRecord(
            id: "\(copy)\(record.id)",
            finding: record.finding,
            firstSeen: record.firstSeen,
            lastSeen: record.lastSeen,
            scans: record.scans
          )
        }
      }
    )
    var player = Player(findings: ["ASC 07": many])
    player.openFindings("2")
    player.press("sn")
    #expect(player.lines[1].contains("sorting"))
    let first = player.list?.selection.ids.first
    player.arrange()
    #expect(player.lines[1].contains("sort resource+"))
    #expect(player.list?.selection.ids.first != first)
    // The order is kept: narrowing needs no more sorting.
    player.press("/us-east")
    #expect(player.list?.awaited == nil)
    #expect((player.list?.selection.ids.count ?? 0) > 1_000)
  }
}
