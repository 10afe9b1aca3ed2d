import Domain
import TerminalUI
import Testing

@testable import App

struct ListFilterTests {
  private func player(_ keys: String = "") -> Player {
    var player = Player()
    player.openFindings("2")
    player.press(keys)
    return player
  }

  private func count(_ query: String) -> Int {
    player("/\(query)<CR>").list?.selection.ids.count ?? -1
  }

  @Test func findsInFieldsAndInBothLanguages() {
    let cases: [(query: String, isMatch: (FindingRecord) -> Bool)] = [
      ("region:us-east-1", { $0.finding.resource.region == "us-east-1" }),
      ("!region:ap", { !($0.finding.resource.region?.name.hasPrefix("ap") ?? false) }),
      ("ｒｅｇｉｏｎ：ｕｓ", { $0.finding.resource.region?.name.hasPrefix("us") ?? false }),
      ("state:alert", { $0.finding.status == .alert }),
      ("state:アラート", { $0.finding.status == .alert }),
      ("reason:volumeUnencrypted", { $0.finding.status == .alert }),
      ("reason:暗号化されていません", { $0.finding.status == .alert }),
      ("tag:ちーむa !state:alert", { $0.finding.status == .pass }),
      ("tag:none", { _ in false }),
      ("id:vol-0f31b2c4d9", { $0.finding.resource.name.hasPrefix("vol-0f31b2c4d9") }),
      ("new:yes", { $0.isNew }), ("new:はい region:us", { $0.isNew && $0.isInTheUS }),
      ("not encrypted", { $0.finding.status == .alert }),
      ("暗号化されていません", { $0.finding.status == .alert }),
    ]
    let records = Fixture.findings["ASC 07"]?.records ?? []
    for (query, isMatch) in cases {
      #expect(count(query) == records.filter { isMatch($0) }.count, "\(query)")
    }
  }

  @Test func saysWhatMayBeTyped() {
    #expect(player("/").lines[1].contains("!without"))
    #expect(!player("/a").lines[1].contains("!without"))
    var checklist = Player(.japanese)
    checklist.press("/")
    #expect(checklist.canvas.text.contains("!除外"))
    #expect(!checklist.canvas.text.contains("region:"))
  }

  @Test func completesFieldsAndValuesByTab() {
    var player = player("/reg<Tab>")
    #expect(player.lines[1].contains("region:"))
    player.press("us<Tab>")
    #expect(player.lines[1].contains("region:us-east-1"))
    #expect(player.lines[1].contains("1/2"))
    player.press("<Tab>")
    #expect(player.lines[1].contains("region:us-west-2"))
  }

  @Test func goesThroughEarlierQueries() {
    var player = player("/one<CR>/<C-u>two<CR>/<C-u>")
    player.press("<Up>")
    #expect(player.list?.filter.words == "two")
    player.press("<Up>")
    #expect(player.list?.filter.words == "one")
    player.press("<Down><Down>")
    #expect(player.list?.filter.words == "")
  }

  @Test func saysWhyAPatternIsNotUsed() {
    let player = player("/(/")
    #expect(!player.lines[1].contains("( has no )"))
    let slashed = self.player("//(/")
    #expect(slashed.lines[1].contains("( has no )"))
    #expect(slashed.list?.selection.ids.count == 12_433)
  }

  @Test func searchesPatternsAwayFromTheScreen() {
    var player = player("//vol-0f31[b2]+c4d/")
    #expect(player.lines[1].contains("searching"))
    #expect(player.list?.selection.ids.count == 12_433)
    player.arrange()
    #expect(player.list?.selection.ids.count == 1)
    #expect(!player.lines[1].contains("searching"))
  }

  @Test func dropsAnAnswerThatIsNotWantedAnyMore() {
    var player = player("//f31b/")
    let late = player.effects.last
    player.press("<Esc>")
    if case .arrange(let arrangement) = late, let outcome = arrangement.carriedOut() {
      player.send(.arranged(outcome))
    }
    #expect(player.list?.selection.ids.count == 12_433)
  }

  @Test func isRememberedForEachRow() {
    var player = player("/us-east-1<CR>jjsr")
    let id = player.selectedID
    player.press("qq")
    player.openFindings("2")
    #expect(player.lines[1].contains("us-east-1"))
    #expect(player.list?.order == FindingOrder(.region))
    #expect(player.selectedID == id)
    player.press("qqk")
    player.openFindings("2jjj")
    #expect(player.list?.filter.isActive == false)
    player.press("/<Up>")
    #expect(player.list?.filter.words == "us-east-1")
  }

  @Test func survivesARefresh() {
    var player = player("/us-east-1<CR>jj")
    let (id, count) = (player.selectedID, player.list?.selection.ids.count)
    let records = Fixture.findings["ASC 07"]?.records ?? []
    player.send(.findings(Fixture.account, ["ASC 07": Findings(records)]))
    #expect(player.selectedID == id)
    #expect(player.list?.selection.ids.count == count)
  }

  @Test func goesFromMatchToMatchAfterItIsCleared() {
    var player = player("/us-east-1<CR><Esc>")
    #expect(player.list?.selection.ids.count == 12_433)
    player.press("n")
    let first = player.list?.selection.index ?? 0
    #expect(player.list?.selected?.finding.resource.region == "us-east-1")
    player.press("n")
    #expect(player.list?.selection.index == first + 1)
    player.press("NNN")
    #expect(player.notice.contains("went round"))
  }

  @Test func saysThatNothingHasBeenLookedFor() {
    #expect(player("n").notice.contains("/ does"))
  }
}

extension FindingRecord {
  fileprivate var isInTheUS: Bool {
    finding.resource.region?.name.hasPrefix("us") ?? false
  }
}
