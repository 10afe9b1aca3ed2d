import Foundation
import Testing

/// Somebody who copies from the demo inside tmux, in both languages.
@Suite(.timeLimit(.minutes(5)))
struct CopyStoryTests {
  private func demo(_ language: String) throws -> Tmux {
    try Tmux(
      (columns: 100, rows: 30),
      environment: ["LC_ALL": language, "HOME": NSTemporaryDirectory(), "TERM": "screen-256color"],
      Command.ascheck,
      "demo"
    )
  }

  @Test func copiesTheARNOfAFindingInJapanese() throws {
    let tmux = try demo("ja_JP.UTF-8")
    try tmux.waitFor("AWSセキュリティチェックリスト")
    try tmux.type("2r")
    try tmux.waitFor("[!!] 07", within: 60)
    try tmux.press("Enter", "Enter", "y")
    try tmux.waitFor("AWS CLI の手順案")
    try tmux.press("y")
    try tmux.waitFor("ARNをコピーしました (tmuxバッファー)")
    #expect(try tmux.buffer().hasPrefix("arn:aws:ec2:"))
    try tmux.press("y", "c")
    try tmux.waitFor("手順案をコピーしました")
    #expect(try tmux.buffer().hasPrefix("aws ec2 create-snapshot --volume-id vol-"))
  }

  @Test func showsTextAloneAndGoesBack() throws {
    let tmux = try demo("en_US.UTF-8")
    try tmux.waitFor("AWS Security Checklist")
    try tmux.type("2r")
    try tmux.waitFor("[!!] 07", within: 60)
    try tmux.press("Enter", "Enter", "Enter", "Y")
    let screen = try tmux.waitUntil("shows the text alone") { $0.hasPrefix("Resource   vol-") }
    #expect(screen.contains("\nARN        arn:aws:ec2:"))
    try tmux.press("Escape")
    try tmux.waitFor("ASC 07  finding 1 /")
  }
}
