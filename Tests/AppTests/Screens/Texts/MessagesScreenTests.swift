import Domain
import TerminalUI
import Testing

@testable import App

struct MessagesScreenTests {
  @Test func keepsWhatWasSaidWithItsTime() {
    var player = Player()
    player.press("d")
    player.wait(61)
    player.send(.failed(Run(1), Fixture.noCredentials))
    player.press(":messages<CR>")
    #expect(player.lines[1].contains("10:43:01  No AWS credentials were found"))
    #expect(player.canvas[11, 1].style == Style(.bad))
    #expect(player.canvas.text.contains("10:42:00  d is not used here"))
    #expect(player.lines[0].contains("2 since the start"))
  }

  @Test func keepsAMessageThatIsSaidTwiceOnce() {
    var player = Player()
    player.press("ddd:messages<CR>")
    #expect(player.lines[0].contains("1 since the start"))
  }

  @Test func forgetsTheOldestOfVeryMany() {
    var player = Player()
    for _ in 0..<400 { player.press("db") }
    player.press(":messages<CR>")
    #expect(player.lines[0].contains("500 since the start"))
  }

  @Test func closesByItsOwnCommandAndByTheKeyForBack() {
    for keys in [":messages<CR>", "q"] {
      var player = Player()
      player.press(":messages<CR>")
      #expect(player.canvas.text.contains("Nothing has been said yet"))
      player.press(keys)
      #expect(player.session.router.top is ChecklistScreen)
    }
  }

  @Test func looksForWords() {
    var player = Player()
    player.press("d:messages<CR>/NOT USED<CR>")
    #expect(player.lines[22].contains("1 of 1 lines"))
  }
}
