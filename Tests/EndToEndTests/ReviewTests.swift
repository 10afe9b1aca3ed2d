import Foundation
import Testing

/// The program on a terminal, as somebody with the demo account works with it.
struct ReviewTests {
  private let folder = TemporaryFolder()

  @Test func showsTheChecklistAtOnceAndTellsWhatToTry() throws {
    let terminal = try demo()
    let screen = try terminal.waitFor("press r on ASC 12")
    #expect(screen.hasPrefix(" AWS Security Checklist   demo 1234-5678-9012"))
    #expect(screen.split(separator: "\n").count == 24)
  }

  @Test func fillsTheRowsAndHealsTheBucketAtTheSecondLook() throws {
    let terminal = try demo()
    try terminal.waitFor("? keys")
    try terminal.press("R")
    try terminal.waitUntil("shows rows that run beside rows that are done") {
      $0.contains("running") && $0.contains("just now")
    }
    try terminal.waitFor("10 rows are done")
    let screen = try terminal.waitFor("[!!] 12 ")
    for tag in ["[OK]", "[~W]", "[!E]", "[!!]", "[~M]", "[!M]", "[!?]", "[--]"] {
      #expect(screen.contains(tag), "no \(tag)")
    }
    try terminal.press("3", "r")
    try terminal.waitFor("[OK] 12 ")
  }

  @Test func goesDownToAFindingAndBack() throws {
    let terminal = try scannedDemo()
    try terminal.press("3", "Enter")
    try terminal.waitFor("ASC 12  No S3 bucket is publicly accessible")
    try terminal.press("Enter")
    let finding = try terminal.waitFor("ASC 12  finding 1 / 12")
    #expect(finding.contains("arn:aws:s3:::press-kit-prod"))
    try terminal.press("q")
    try terminal.waitFor("ASC 12  No S3 bucket is publicly accessible")
    try terminal.press("q")
    try terminal.waitFor("> [!!] 12 ")
  }

  @Test func listsTheFindingsAndNarrowsThem() throws {
    let terminal = try scannedDemo()
    try terminal.press("2", "Enter")
    try terminal.waitFor("all 42, as a list")
    try terminal.waitUntil("stands on the list of all") { screen in
      if screen.contains(">        all 42") || screen.contains(">  all 42") { return true }
      try? terminal.press("j")
      return false
    }
    try terminal.press("Enter")
    try terminal.waitFor("first seen")
    try terminal.press("/")
    try terminal.type("us-east")
    try terminal.press("Enter")
    try terminal.waitUntil("shows one region's") {
      $0.contains("of 42") && $0.contains("us-east-1") && !$0.contains("ap-northeast-1")
    }
  }

  @Test func attestsInJapaneseAndKnowsItAfterARestart() throws {
    let terminal = try demo("--lang", "ja")
    try terminal.waitFor("? 全キー")
    try terminal.press("2", "j", "j", "a")
    try terminal.waitFor("ASC 09")
    try terminal.waitFor("評価者")
    try terminal.press("Right", "Tab")
    try terminal.type("全14件を確認。半角ｶﾅも𠮷野も入る")
    try terminal.waitFor("全14件を確認。半角ｶﾅも𠮷野も入る")
    try terminal.press("C-s")
    try terminal.waitFor("残180日")
    try terminal.press("q")
    try terminal.waitFor("code 0")

    let again = try demo("--lang", "ja")
    try again.waitFor("[OK] 09 ")
    try again.press("2", "j", "j", "Enter")
    try again.waitFor("全14件を確認。半角ｶﾅも𠮷野も入る")
  }

  @Test func pastesIntoTheNoteAndNowhereElse() throws {
    let terminal = try demo()
    try terminal.waitFor("? keys")
    try terminal.paste("q\nQ\n")
    try terminal.waitFor("paste")
    try terminal.press("2", "j", "j", "a")
    try terminal.waitFor("record an evaluation")
    try terminal.press("Tab")
    try terminal.paste("line one\nline two q")
    try terminal.waitFor("line two q")
    try terminal.waitFor("line one")
  }

  @Test func switchesTheLanguage() throws {
    let terminal = try demo()
    try terminal.waitFor("? keys")
    try terminal.press("L")
    try terminal.waitFor("AWSセキュリティチェックリスト")
    try terminal.press("L")
    try terminal.waitFor("AWS Security Checklist")
  }

  @Test func answersAKeyItDoesNotKnow() throws {
    let terminal = try demo()
    try terminal.waitFor("? keys")
    try terminal.press("d")
    try terminal.waitFor("d is not used here")
    try terminal.press("2", "a")
    try terminal.waitFor("automatically")
  }

  @Test func asksBeforeItLeavesARunningScan() throws {
    let terminal = try demo()
    try terminal.waitFor("? keys")
    try terminal.press("R")
    try terminal.waitFor("running")
    try terminal.press("q")
    try terminal.waitFor("A scan is running. Quit anyway?")
    try terminal.press("Escape")
    try terminal.waitUntil("goes on") { !$0.contains("Quit anyway?") && $0.contains("running") }
    try terminal.press("q")
    try terminal.waitFor("Quit anyway?")
    try terminal.press("y")
    try terminal.waitFor("code 0")
  }

  @Test func followsTheTerminalsSizeWhileItScans() throws {
    let terminal = try demo()
    try terminal.waitFor("? keys")
    try terminal.press("2", "R")
    try terminal.waitFor("running")
    try terminal.resize(columns: 120, rows: 40)
    try terminal.waitFor("Alert when")
    try terminal.resize(columns: 60, rows: 16)
    try terminal.waitUntil("is small") { $0.hasPrefix(" AWS Checklist") && $0.contains("> [") }
    try terminal.resize(columns: 80, rows: 24)
    let screen = try terminal.waitFor("10 rows are done")
    #expect(screen.contains("> [!!] 07"))
  }

  @Test func stopsAndComesBack() throws {
    let terminal = try Tmux(
      (columns: 80, rows: 24),
      environment: ["HOME": folder.url.path, "PS1": "prompt>", "LANG": "C.UTF-8"],
      "/bin/bash",
      "--norc",
      "--noprofile"
    )
    try terminal.waitFor("prompt>")
    try terminal.type("\(Command.ascheck) demo --lang en; echo code $?")
    try terminal.press("Enter")
    try terminal.waitFor("? keys")
    try terminal.press("C-z")
    try terminal.waitFor("Stopped")
    try terminal.type("fg")
    try terminal.press("Enter")
    try terminal.waitUntil("is the checklist again") { $0.contains("? keys") }
    try terminal.press("j")
    try terminal.waitFor("> [  ] 02-01")
    try terminal.press("q")
    try terminal.waitUntil("is the shell's again") {
      $0.contains("prompt>") && !$0.contains("? keys")
    }
  }

  @Test func survivesBeingKilled() throws {
    let terminal = try demo()
    try terminal.waitFor("? keys")
    try terminal.press("2", "j", "j", "a")
    try terminal.waitFor("record an evaluation")
    try terminal.press("Right", "Tab")
    try terminal.type("seen before the power went")
    try terminal.press("C-s")
    try terminal.waitFor("[OK] 09 ")
    try terminal.press("R")
    try terminal.waitFor("running")
    try killProgram(SIGKILL)
    try terminal.waitFor("code 137")
    let again = try demo()
    try again.waitFor("[OK] 09 ")
  }

  @Test func leavesTheTerminalCleanWhenTold() throws {
    let terminal = try demo()
    try terminal.waitFor("? keys")
    try killProgram(SIGTERM)
    let text = try terminal.waitFor("code ")
    #expect(!text.contains("Checklist"), "\(text)")
  }

  @Test func twoProgramsShareOneStateFile() throws {
    let first = try demo()
    let second = try demo()
    try first.waitFor("? keys")
    try second.waitFor("? keys")
    try attest(["2", "j", "j", "a"], "from the first", in: first)
    try first.waitFor("[OK] 09 ")
    try attest(["1", "j", "j", "a"], "from the second", in: second)
    try second.waitFor("[OK] 02-02 ")
    let state = try folder.text(of: "state.json")
    #expect(state.contains("from the first") && state.contains("from the second"))
  }

  // MARK: Support

  private func attest(_ keys: [String], _ note: String, in terminal: Tmux) throws {
    for key in keys { try terminal.press(key) }
    try terminal.waitFor("record an evaluation")
    try terminal.press("Right", "Tab")
    try terminal.type(note)
    try terminal.press("C-s")
  }

  private func scannedDemo() throws -> Tmux {
    let scan = try Command(arguments: ["demo", "--state", "state.json"], folder: folder).run()
    #expect(scan.code == 1)
    let terminal = try demo()
    try terminal.waitFor("[!!] 12 ")
    return terminal
  }

  private func demo(_ options: String...) throws -> Tmux {
    let language = options.contains("--lang") ? [] : ["--lang", "en"]
    let words = [Command.ascheck, "demo", "--state", folder.path("state.json")]
    let command = (words + language + options).joined(separator: " ")
    return try Tmux(
      (columns: 80, rows: 24),
      environment: ["HOME": folder.url.path],
      "/bin/sh",
      "-c",
      "\(command); echo code $?; exec cat"
    )
  }

  /// The one that works on this test's state file.
  private func killProgram(_ signal: Int32) throws {
    let found = try Command(
      program: "/usr/bin/pgrep",
      arguments: ["-f", "^\(Command.ascheck) demo --state \(folder.path("state.json"))"]
    ).run()
    for line in found.output.split(separator: "\n") {
      if let process = Int32(line) { kill(process, signal) }
    }
  }
}
