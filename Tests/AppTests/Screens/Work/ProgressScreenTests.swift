import Checks
import Domain
import TerminalUI
import Testing

@testable import App

struct ProgressScreenTests {
  @Test func tellsHowFarTheScanIs() {
    var player = Player(.english, 100, 30)
    player.startScanning()
    player.wait(93)
    player.press("p")
    #expect(
      player.lines[1].contains("Running 17 checks   15 done  1 running  1 waiting   1 min 33 s")
    )
    #expect(player.lines[2].hasSuffix("93%"))
    #expect(player.lines[3].contains("API calls 1,284   throttled 3 (slowing down)"))
    #expect(player.lines[3].contains("could not evaluate 1"))
    #expect(player.lines[5].contains("[//] 08") && player.lines[5].contains("regions 14/17"))
    #expect(player.lines[6].contains("[..] 12") && player.lines[6].contains("waiting"))
    #expect(player.lines[7].contains("[OK] 01") && player.lines[7].contains("2.4 s"))
  }

  @Test func keepsTheListUpToDateMeanwhile() {
    var player = Player()
    player.startScanning()
    player.press("p")
    player.send(.scan(Run(1), .judged("ASC 08", Fixture.summary(alert: 2), Findings([]))))
    #expect(player.checklist.board?.row("ASC 08")?.standing == .alert)
    #expect(player.progress?.rows.first?.id == "ASC 12")
  }

  @Test func cancelsTheSelectedRowAndAllOfThem() {
    var player = Player()
    player.startScanning()
    player.press("pX")
    #expect(player.effects.last == .cancel(Run(1), "ASC 08"))
    player.press("X")
    #expect(player.effects.last == .cancel(Run(1), "ASC 12"))
    player.press("<C-x>")
    #expect(player.notice.contains("nothing is running"))
  }

  @Test func tellsHowTheLastScanWent() {
    var player = Player()
    player.startScanning()
    player.press("p")
    player.wait(93)
    player.send(.finished(Run(1), Fixture.state))
    player.wait(600)
    player.press("j")
    #expect(player.lines[1].contains("Done: 17 checks in 1 min 33 s"))
    #expect(player.lines[2].hasSuffix("100%"))
  }

  @Test func goesToWhatNeedsAction() {
    var player = Player()
    player.startScanning()
    player.press("pe<CR>")
    #expect(player.item?.id == "ASC 02-01")
  }

  @Test func saysThatNothingHasRun() {
    var player = Player()
    player.press("p")
    #expect(player.lines[2].contains("R runs every row"))
    #expect(player.lines[3].contains("API calls 412"))
    player.press("<CR>")
    #expect(player.notice.contains("nothing has run"))
  }
}
