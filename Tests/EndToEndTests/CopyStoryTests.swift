import Foundation
import Testing

/// Somebody who copies from the demo inside tmux, in both languages.
@Suite(.timeLimit(.minutes(5)))
struct CopyStoryTests {
  private func demo(_ language: String) async throws -> Tmux {
    try await Tmux(
      (columns: 100, rows: 30),
      environment: ["LC_ALL": language, "HOME": NSTemporaryDirectory(), "TERM": "screen-256color"],
      Command.ascheck,
      "demo"
    )
  }

  @Test func copiesTheARNOfAFindingInJapanese() async throws {
    let tmux = try await demo("ja_JP.UTF-8")
    try await tmux.waitFor("AWSセキュリティチェックリスト")
    try await tmux.type("2r")
    try await tmux.waitFor("[!!] 07", within: 60)
    try await tmux.press("Enter", "Enter", "y")
    try await tmux.waitFor("AWS CLI の手順案")
    try await tmux.press("y")
    try await tmux.waitFor("ARNをコピーしました (tmuxバッファー)")
    #expect(try await tmux.buffer().hasPrefix("arn:aws:ec2:"))
    try await tmux.press("y", "c")
    try await tmux.waitFor("手順案をコピーしました")
    #expect(try await tmux.buffer().hasPrefix("aws ec2 create-snapshot --volume-id vol-"))
  }

  @Test func showsTextAloneAndGoesBack() async throws {
    let tmux = try await demo("en_US.UTF-8")
    try await tmux.waitFor("AWS Security Checklist")
    try await tmux.type("2r")
    try await tmux.waitFor("[!!] 07", within: 60)
    try await tmux.press("Enter", "Enter", "Enter", "Y")
    let screen = try await tmux.waitUntil("shows the text alone") {
      $0.hasPrefix("Resource   vol-")
    }
    #expect(screen.contains("\nARN        arn:aws:ec2:"))
    try await tmux.press("Escape")
    try await tmux.waitFor("ASC 07  finding 1 /")
  }
}
