import Domain
import TerminalUI
import Testing

@testable import App

struct GuideScreenTests {
  @Test func opensFromTheChecklistAndFromTheRow() {
    for keys in ["2o", "2<CR>o"] {
      var player = Player()
      player.press(keys)
      #expect(player.guide?.id == "ASC 07", "\(keys)")
    }
  }

  @Test func showsEveryAddressWholeAndFromTheEdge() {
    for width in [60, 80, 120, 200] {
      var player = Player(.english, width, 200)
      player.press("jjjo")
      let address =
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update"
        + "-a-trail-by-using-the-aws-cli-create-trail.html"
      let lines = player.lines
      guard let first = lines.firstIndex(where: { address.hasPrefix($0) && $0.count > 9 }) else {
        Issue.record("no address at the edge in \(width) columns")
        continue
      }
      let count = (address.count + width - 1) / width
      #expect(lines[first..<first + count].joined() == address)
    }
  }

  @Test func opensTheAddressUnderTheCursor() {
    var player = Player()
    player.press("2o<Tab><Tab>o")
    let address = "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html"
    #expect(player.effects.last == .browse(address))
    player.send(.browsed(.opened(address)))
    #expect(player.canvas.text.contains("opened\n \(address)"))
  }

  @Test func showsTheAddressWhereThereIsNoBrowser() {
    var player = Player()
    player.press("2o<Tab>o")
    player.send(.browsed(.shown("https://docs.aws.amazon.com/ebs/", .tmux)))
    #expect(player.canvas.text.contains("no browser here"))
    #expect(player.session.plainText == "https://docs.aws.amazon.com/ebs/")
  }

  @Test func saysWhereTheAddressesAreWhenNoneIsInSight() {
    var player = Player()
    player.press("2oo")
    #expect(player.notice.contains("Tab goes to one"))
  }

  @Test func findsWordsInWhateverWidthAndCase() {
    var player = Player()
    player.press("2o/ｋｍｓ<CR>")
    let first = player.guide?.text.scroll.top
    #expect(player.lines[22].contains("search ｋｍｓ"))
    player.press("nnn")
    #expect(player.guide?.text.scroll.top != first)
    player.press("gN")
    #expect(player.guide?.text.search.matches.count ?? 0 > 3)
  }

  @Test func saysWhenTheSearchWentRound() {
    var player = Player()
    player.press("2o/KMS<CR>")
    let count = player.guide?.text.search.matches.count ?? 0
    player.press(String(repeating: "n", count: count))
    #expect(player.notice.contains("search went round"))
  }

  @Test func unwrapsAndShiftsLines() {
    var player = Player()
    player.press("2o>")
    #expect(player.notice.contains("w unwraps"))
    let wrapped = player.guide?.text.lines.count ?? 0
    player.wait(5)
    player.press("w")
    #expect(player.guide?.text.lines.count ?? 0 < wrapped)
    let before = player.lines[5].dropFirst(8)
    player.press(">")
    #expect(player.lines[5].hasPrefix(before) && player.lines[5].count > before.count)
    player.press("<")
    #expect(player.lines[5].hasSuffix(before))
  }

  @Test func turnsToTheNeighboursGuides() {
    var player = Player()
    player.press("o]")
    #expect(player.guide?.id == "ASC 02-01")
    player.press("[[")
    #expect(player.notice.contains("first row"))
  }

  @Test func leavesTheSearchBeforeTheScreen() {
    var player = Player()
    player.press("2o/KMS<Esc>")
    #expect(player.guide?.text.search.isActive == false)
    player.press("/KMS<CR><Esc>")
    #expect(player.guide?.text.search.isActive == false)
    #expect(player.guide != nil)
  }
}
