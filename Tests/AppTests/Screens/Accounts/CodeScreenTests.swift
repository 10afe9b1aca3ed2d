import Domain
import TerminalUI
import Testing

@testable import App

struct CodeScreenTests {
  private static let question = CodeQuestion(
    number: 7,
    serial: "arn:aws:iam::123456789012:mfa/taro",
    isAgain: false
  )

  @Test func sendsSixDigitsAndNeverShowsThem() {
    var player = asked()
    player.press("1a2q34")
    #expect(!player.lines.joined().contains("Code 1"))
    #expect(player.lines.contains { $0.contains("Code ****__") })
    player.press("<CR>")
    #expect(player.notice.contains("a code has six digits"))
    player.press("567<BS>6")
    player.press("<CR>")
    #expect(player.effects.last == .answerCode(7, "123456"))
    #expect(player.session.router.top is ChecklistScreen)
  }

  @Test func takesFullWidthDigitsAndPastedOnes() {
    var player = asked()
    player.press("１２３")
    player.paste(" 456 789")
    player.press("<CR>")
    #expect(player.effects.last == .answerCode(7, "123456"))
  }

  @Test(arguments: ["<Esc>", "<C-c>", "<F10>"]) func givesUp(_ key: String) {
    var player = asked()
    player.press("123456" + key)
    #expect(player.effects.last == .answerCode(7, nil))
    #expect(player.session.router.top is ChecklistScreen)
  }

  @Test func goesWhenNobodyWaitsForItAnyMore() {
    var player = asked()
    player.send(.codeNotWanted(7))
    #expect(player.session.router.top is ChecklistScreen)
  }

  @Test(arguments: Golden.Size.all) func asksForACode(_ size: Golden.Size) throws {
    try Golden.check("code", size, cursor: 0) { player in
      player.send(.codeWanted(Self.question))
      player.press("123")
    }
    try Golden.check("code-again", size, cursor: 0) { player in
      player.send(.codeWanted(CodeQuestion(number: 1, serial: "GAHT12345678", isAgain: true)))
    }
  }

  private func asked() -> Player {
    var player = Player()
    player.send(.codeWanted(Self.question))
    return player
  }
}
