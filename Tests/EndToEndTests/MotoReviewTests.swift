import Foundation
import Testing

/// The main job, against an account that changes while one looks.
struct MotoReviewTests {
  private let folder = TemporaryFolder()

  @Test func seesARowTurnOnceTheBucketIsMended() throws {
    let moto = try Moto()
    let terminal = try review(moto)
    try terminal.waitFor("r runs the selected row, R runs them all")
    try terminal.press("R")
    try terminal.waitFor("10 rows are done", within: 120)
    try terminal.press("3", "Enter")
    try terminal.waitFor("acl-public")
    try terminal.press("q")
    try terminal.waitFor("> [!!] 12 ")

    for bucket in ["acl-public", "policy-public", "trail-logs"] {
      try moto.change("heal \(bucket)")
    }
    try terminal.press("r")
    // ACLs stay enabled in these buckets, which weakens the pass.
    try terminal.waitFor("> [~W] 12 ", within: 60)

    try terminal.press("1", "j", "j", "a")
    try terminal.waitFor("arn:aws:")
    try terminal.press("Right", "Tab")
    try terminal.type("請求レポートのバケットは非公開")
    try terminal.press("C-s")
    try terminal.waitFor("[OK] 02-02")
    try terminal.press("q")
    try terminal.waitFor("code 0")

    let again = try review(moto)
    let screen = try again.waitFor("[OK] 02-02")
    #expect(screen.contains("[~W] 12 "))
  }

  @Test func saysWhatIsWrongAndKeepsTheOldResultWhenAWSIsGone() throws {
    var moto: Moto? = try Moto("--empty")
    let terminal = try review(try #require(moto))
    try terminal.waitFor("? keys")
    try terminal.press("1", "r")
    try terminal.waitFor("> [OK] 01 ", within: 60)
    moto = nil
    try terminal.press("r")
    let screen = try terminal.waitFor("AWS cannot be reached", within: 60)
    #expect(screen.contains("> [OK] 01 "), "\(screen)")
  }

  private func review(_ moto: Moto) throws -> Tmux {
    var environment = moto.environment
    environment["HOME"] = folder.url.path
    return try Tmux(
      (columns: 80, rows: 24),
      environment: environment,
      "/bin/sh",
      "-c",
      "\(Command.ascheck) --lang en; echo code $?; exec cat"
    )
  }
}
