import Domain
import TerminalUI
import Testing

@testable import App

struct RecordScreenTests {
  private func player(_ keys: String) -> Player {
    var player = Player()
    player.openFindings("j")
    player.press("J" + keys)
    return player
  }

  private func screen(_ player: Player) -> RecordScreen? {
    player.session.router.top as? RecordScreen
  }

  @Test func showsEveryValue() {
    let text = player("").canvas.text
    for words in [
      "\"finding-0\"", "status: \"alert\"", "- values: {3}", "policyIsPublic: \"true\"",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func foldsAndUnfolds() {
    var player = player("G")
    player.press("kkk<CR>")
    #expect(player.canvas.text.contains("+ values: {3} .."))
    #expect(!player.canvas.text.contains("policyIsPublic"))
    player.press("<Space>")
    #expect(player.canvas.text.contains("policyIsPublic"))
    player.press("*")
    #expect(!player.canvas.text.contains("policyIsPublic"))
    player.press("*")
    #expect(player.canvas.text.contains("policyIsPublic"))
  }

  @Test func saysWhatCannotBeFolded() {
    #expect(player("<CR>").notice.contains("only lists and objects fold"))
  }

  @Test func findsWordsAndUnfoldsThem() {
    var player = player("*/publicgrants<CR>")
    #expect(player.canvas.text.contains("publicGrants"))
    player.press("g/<C-u>us-east<CR>n")
    player.press("n")
    #expect(player.notice.contains("went round"))
  }

  @Test func showsJSONInsideAValueAsJSON() {
    let record = FindingRecord(
      id: "1",
      finding: .alert(
        Resource(arn: "arn:aws:iam::123456789012:role/ops", region: nil),
        Fixture.reason("adminLiteral"),
        ["statementJSON": "{\"Effect\":\"Allow\",\"Action\":[\"*\"]}", "policy": "{not json"]
      ),
      firstSeen: Fixture.now,
      lastSeen: Fixture.now,
      scans: 1
    )
    let lines = JSONOutline(of: record).nodes.map(\.text)
    #expect(lines.contains("statementJSON: {2}"))
    #expect(lines.contains("Effect: \"Allow\""))
    #expect(lines.contains("Action: [1]"))
    #expect(lines.contains("policy: \"{not json\""))
  }

  @Test func copiesToo() {
    #expect(player("yy").copied == "arn:aws:s3:::cloudtrail-logs-prod")
  }
}
