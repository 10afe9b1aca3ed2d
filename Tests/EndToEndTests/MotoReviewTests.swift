import Foundation
import Testing

/// The main job, against an account that changes while one looks.
@Suite(.serialized)
struct MotoReviewTests {
  private let folder = TemporaryFolder()

  @Test func seesARowTurnOnceTheBucketIsMended() async throws {
    let moto = try await Moto()
    let terminal = try await review(moto)
    try await terminal.waitFor("r runs the selected row, R runs them all")
    try await terminal.press("R")
    try await terminal.waitFor("10 rows are done", within: 120)
    try await terminal.press("3", "Enter")
    try await terminal.waitFor("acl-public")
    try await terminal.press("q")
    try await terminal.waitFor("> [!!] 12 ")

    for bucket in ["acl-public", "policy-public", "trail-logs"] {
      try await moto.change("heal \(bucket)")
    }
    try await terminal.press("r")
    // ACLs stay enabled in these buckets, which weakens the pass.
    try await terminal.waitFor("> [~W] 12 ", within: 60)

    try await terminal.press("1", "j", "j", "a")
    try await terminal.waitFor("arn:aws:")
    try await terminal.press("Right", "Tab")
    try await terminal.type("請求レポートのバケットは非公開")
    try await terminal.press("C-s")
    try await terminal.waitFor("[OK] 02-02")
    try await terminal.press("q")
    try await terminal.waitFor("code 0")

    let again = try await review(moto)
    try await again.waitFor("[OK] 02-02")
    try await again.waitFor("[~W] 12 ")
  }

  @Test func saysWhatIsWrongAndKeepsTheOldResultWhenAWSIsGone() async throws {
    var moto: Moto? = try await Moto("--empty")
    let terminal = try await review(try #require(moto))
    try await terminal.waitFor("? keys")
    try await terminal.press("1", "r")
    try await terminal.waitFor("> [OK] 01 ", within: 60)
    moto = nil
    try await terminal.press("r")
    let screen = try await terminal.waitFor("AWS cannot be reached", within: 60)
    #expect(screen.contains("> [OK] 01 "), "\(screen)")
  }

  private func review(_ moto: Moto) async throws -> Tmux {
    var environment = moto.environment
    environment["HOME"] = folder.url.path
    return try await Tmux(
      (columns: 80, rows: 24),
      environment: environment,
      "/bin/sh",
      "-c",
      "\(Command.ascheck) --lang en; echo code $?; exec cat"
    )
  }
}
