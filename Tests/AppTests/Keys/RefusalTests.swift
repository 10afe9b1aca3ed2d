import Domain
import TerminalUI
import Testing

@testable import App

/// Where the state file is to stay as it is.
struct RefusalTests {
  @Test(arguments: ["2jja", "2kA", "2r", "R", "2ku", "U", "2k<CR><CR>", "x x", "2kp", "ta", "tr"])
  func refusesWhateverWouldChangeTheFile(_ keys: String) {
    var player = Player(state: Fixture.decided, isReadOnly: true)
    player.press(keys)
    if keys == "2kp" { player.press("R") }
    #expect(player.notice.contains("read-only"), "\(player.notice)")
    #expect(player.effects.allSatisfy { $0 == .loadFindings(Fixture.account) })
    #expect(player.form == nil && player.exception == nil)
  }

  @Test(arguments: ["x", "r", "u"])
  func refusesItOfFindingsToo(_ keys: String) {
    var player = Player(isReadOnly: true)
    player.openFindings("2")
    player.press(keys)
    #expect(player.notice.contains("read-only"))
    player.press("<CR>" + keys)
    #expect(player.notice.contains("read-only"))
    #expect(player.effects.allSatisfy { $0 == .loadFindings(Fixture.account) })
  }

  @Test func saysSoInTheTitleTheHelpAndThePalette() {
    var player = Player(isReadOnly: true)
    #expect(player.lines[0].contains("1234-5678-9012 read-only"))
    #expect(!player.lines[23].contains("re-run"))
    player.press("?/rescan-all<CR>")
    #expect(player.canvas.text.contains("--no-read-only"))
    player.press("q:attest")
    #expect(player.canvas.text.contains("not now: this is open read-only"))
  }

  @Test func showsEverythingAllTheSame() {
    var player = Player(isReadOnly: true)
    player.openFindings("2")
    player.press("yy")
    #expect(player.copied?.hasPrefix("arn:aws:ec2:") ?? false)
  }
}
