import Foundation
import Testing

/// The program on a terminal, as somebody with the demo account works with it.
@Suite(.serialized)
struct ReviewTests {
  private let folder = TemporaryFolder()

  @Test func showsTheChecklistAtOnceAndTellsWhatToTry() async throws {
    let terminal = try await demo()
    let screen = try await terminal.waitFor("press r on ASC 12")
    #expect(screen.hasPrefix(" AWS Security Checklist   demo 1234-5678-9012"))
    #expect(screen.split(separator: "\n").count == 24)
  }

  @Test func fillsTheRowsAndHealsTheBucketAtTheSecondLook() async throws {
    let terminal = try await demo()
    try await terminal.waitFor("? keys")
    try await terminal.press("R")
    try await terminal.waitUntil("shows rows that run beside rows that are done") {
      $0.contains("running") && $0.contains("just now")
    }
    try await terminal.waitFor("10 rows are done")
    let screen = try await terminal.waitFor("[!!] 12 ")
    for tag in ["[OK]", "[~W]", "[!E]", "[!!]", "[~M]", "[!M]", "[!?]", "[--]"] {
      #expect(screen.contains(tag), "no \(tag)")
    }
    try await terminal.press("3", "r")
    try await terminal.waitFor("[OK] 12 ")
  }

  @Test func goesDownToAFindingAndBack() async throws {
    let terminal = try await scannedDemo()
    try await terminal.press("3", "Enter")
    try await terminal.waitFor("> [!!]   press-kit-prod")
    try await terminal.press("Enter")
    let finding = try await terminal.waitFor("ASC 12  finding 1 / 12")
    #expect(finding.contains("arn:aws:s3:::press-kit-prod"))
    try await terminal.press("q")
    try await terminal.waitFor("ASC 12  No S3 bucket is publicly accessible")
    try await terminal.press("q")
    try await terminal.waitFor("> [!!] 12 ")
  }

  @Test func listsTheFindingsAndNarrowsThem() async throws {
    let terminal = try await scannedDemo()
    try await terminal.press("2", "Enter")
    try await terminal.waitFor("all 42, as a list")
    for _ in 0..<5 { try await terminal.press("j") }
    try await terminal.waitUntil("stands on the list of all") { screen in
      screen.split(separator: "\n").contains { $0.hasPrefix(">") && $0.contains("all 42") }
    }
    try await terminal.press("Enter")
    try await terminal.waitFor("first seen")
    try await terminal.press("/")
    try await terminal.type("us-east")
    try await terminal.press("Enter")
    try await terminal.waitUntil("shows one region's") {
      $0.contains("of 42") && $0.contains("us-east-1") && !$0.contains("ap-northeast-1")
    }
  }

  @Test func attestsInJapaneseAndKnowsItAfterARestart() async throws {
    let terminal = try await demo("--lang", "ja")
    try await terminal.waitFor("? 全キー")
    try await terminal.press("2", "j", "j", "a")
    try await terminal.waitFor("ASC 09")
    try await terminal.waitFor("評価者")
    try await terminal.press("Right", "Tab")
    try await terminal.type("全14件を確認。半角ｶﾅも𠮷野も入る")
    try await terminal.waitFor("全14件を確認。半角ｶﾅも𠮷野も入る")
    try await terminal.press("C-s")
    try await terminal.waitFor("残180日")
    try await terminal.press("q")
    try await terminal.waitFor("code 0")

    let again = try await demo("--lang", "ja")
    try await again.waitFor("[OK] 09 ")
    try await again.press("2", "j", "j", "Enter")
    try await again.waitFor("全14件を確認。半角ｶﾅも𠮷野も入る")
  }

  @Test func writesTheNoteInAnEditor() async throws {
    try folder.write("echo 'seen in vi' >\"$1\"\n", to: "editor")
    let editor = "sh \(folder.path("editor"))"
    let terminal = try await demo(environment: ["EDITOR": editor])
    try await terminal.waitFor("? keys")
    try await terminal.press("2", "j", "j", "a")
    try await terminal.waitFor("record an evaluation")
    try await terminal.press("Right", "C-o")
    try await terminal.waitFor("| seen in vi")
    try await terminal.press("C-s")
    try await terminal.waitFor("[OK] 09 ")
    try await terminal.press("Enter")
    try await terminal.waitFor("seen in vi")
  }

  @Test func pastesIntoTheNoteAndNowhereElse() async throws {
    let terminal = try await demo()
    try await terminal.waitFor("? keys")
    try await terminal.paste("q\nQ\n")
    try await terminal.waitFor("paste")
    try await terminal.press("2", "j", "j", "a")
    try await terminal.waitFor("record an evaluation")
    try await terminal.press("Tab")
    try await terminal.paste("line one\nline two q")
    try await terminal.waitFor("line two q")
    try await terminal.waitFor("line one")
  }

  @Test func switchesTheLanguage() async throws {
    let terminal = try await demo()
    try await terminal.waitFor("? keys")
    try await terminal.press("L")
    try await terminal.waitFor("AWSセキュリティチェックリスト")
    try await terminal.press("L")
    try await terminal.waitFor("AWS Security Checklist")
  }

  @Test func answersAKeyItDoesNotKnow() async throws {
    let terminal = try await demo()
    try await terminal.waitFor("? keys")
    try await terminal.press("d")
    try await terminal.waitFor("d is not used here")
    try await terminal.press("2", "a")
    try await terminal.waitFor("automatically")
  }

  @Test func asksBeforeItLeavesARunningScan() async throws {
    let terminal = try await demo()
    try await terminal.waitFor("? keys")
    try await terminal.press("R")
    try await terminal.waitFor("running")
    try await terminal.press("q")
    try await terminal.waitFor("A scan is running. Quit anyway?")
    try await terminal.press("Escape")
    try await terminal.waitUntil("goes on") {
      !$0.contains("Quit anyway?") && $0.contains("running")
    }
    try await terminal.press("q")
    try await terminal.waitFor("Quit anyway?")
    try await terminal.press("y")
    try await terminal.waitFor("code 0")
  }

  @Test func followsTheTerminalsSizeWhileItScans() async throws {
    let terminal = try await demo()
    try await terminal.waitFor("? keys")
    try await terminal.press("2", "R")
    try await terminal.waitFor("running")
    try await terminal.resize(columns: 120, rows: 40)
    try await terminal.waitFor("Alert when")
    try await terminal.resize(columns: 60, rows: 16)
    try await terminal.waitUntil("is small") {
      $0.hasPrefix(" AWS Checklist") && $0.contains("> [")
    }
    try await terminal.resize(columns: 80, rows: 24)
    let screen = try await terminal.waitFor("10 rows are done")
    #expect(screen.contains("> [!!] 07"))
  }

  @Test func stopsAndComesBack() async throws {
    let terminal = try await Tmux(
      (columns: 80, rows: 24),
      environment: ["HOME": folder.url.path, "PS1": "prompt>", "LANG": "C.UTF-8"],
      "/bin/bash",
      "--norc",
      "--noprofile"
    )
    try await terminal.waitFor("prompt>")
    try await terminal.type("\(Command.ascheck) demo --lang en; echo code $?")
    try await terminal.press("Enter")
    try await terminal.waitFor("? keys")
    try await terminal.press("C-z")
    try await terminal.waitFor("Stopped")
    try await terminal.type("fg")
    try await terminal.press("Enter")
    try await terminal.waitUntil("is the checklist again") { $0.contains("? keys") }
    try await terminal.press("j")
    try await terminal.waitFor("> [  ] 02-01")
    try await terminal.press("q")
    try await terminal.waitUntil("is the shell's again") {
      $0.contains("prompt>") && !$0.contains("? keys")
    }
  }

  @Test func survivesBeingKilled() async throws {
    let terminal = try await demo()
    try await terminal.waitFor("? keys")
    try await terminal.press("2", "j", "j", "a")
    try await terminal.waitFor("record an evaluation")
    try await terminal.press("Right", "Tab")
    try await terminal.type("seen before the power went")
    try await terminal.press("C-s")
    try await terminal.waitFor("[OK] 09 ")
    try await terminal.press("R")
    try await terminal.waitFor("running")
    try await killProgram(SIGKILL)
    try await terminal.waitFor("code 137")
    let again = try await demo()
    try await again.waitFor("[OK] 09 ")
  }

  @Test func leavesTheTerminalCleanWhenTold() async throws {
    let terminal = try await demo()
    try await terminal.waitFor("? keys")
    try await killProgram(SIGTERM)
    let text = try await terminal.waitFor("code 143")
    #expect(!text.contains("Checklist"), "\(text)")
  }

  @Test func whatWasTypedSurvivesBeingKilled() async throws {
    let terminal = try await demo("--lang", "ja")
    try await terminal.waitFor("? 全キー")
    try await terminal.press("2", "j", "j", "a")
    try await terminal.waitFor("評価者")
    try await terminal.press("Right", "Tab")
    try await terminal.type("停電前の下書き")
    try await terminal.waitFor("停電前の下書き")
    try await Task.sleep(for: .seconds(2))
    try await killProgram(SIGKILL)
    try await terminal.waitFor("code 137")
    #expect(try !folder.text(of: "state.json").contains("停電前の下書き"))
    let again = try await demo("--lang", "ja")
    try await again.waitFor("ASC 09 の下書きが残っています")
    try await again.press("a")
    try await again.waitFor("停電前の下書き")
  }

  @Test func standsAsItWasLeft() async throws {
    let terminal = try await scannedDemo()
    try await terminal.press("2", "Enter")
    try await terminal.waitFor("all 42, as a list")
    try await terminal.press("q", "/")
    try await terminal.type("s3")
    try await terminal.press("Enter", "q")
    try await terminal.waitFor("code 0")
    let again = try await demo()
    let screen = try await again.waitFor("filter s3")
    #expect(!screen.contains("EBS volumes"))
  }

  @Test func twoProgramsShareOneStateFile() async throws {
    let first = try await demo()
    let second = try await demo()
    try await first.waitFor("? keys")
    try await second.waitFor("? keys")
    try await attest(["2", "j", "j", "a"], "from the first", in: first)
    try await first.waitFor("[OK] 09 ")
    try await attest(["1", "j", "j", "a"], "from the second", in: second)
    try await second.waitFor("[OK] 02-02 ")
    let state = try folder.text(of: "state.json")
    #expect(state.contains("from the first") && state.contains("from the second"))
  }

  // MARK: Support

  private func attest(_ keys: [String], _ note: String, in terminal: Tmux) async throws {
    for key in keys { try await terminal.press(key) }
    try await terminal.waitFor("record an evaluation")
    try await terminal.press("Right", "Tab")
    try await terminal.type(note)
    try await terminal.press("C-s")
  }

  private func scannedDemo() async throws -> Tmux {
    try await ScannedDemo.write(to: folder)
    let terminal = try await demo()
    try await terminal.waitFor("[!!] 12 ")
    return terminal
  }

  private func demo(
    _ options: String...,
    environment: [String: String] = [:]
  ) async throws -> Tmux {
    let language = options.contains("--lang") ? [] : ["--lang", "en"]
    let words = [Command.ascheck, "demo", "--state", folder.path("state.json")]
    let command = (words + language + options).joined(separator: " ")
    return try await Tmux(
      (columns: 80, rows: 24),
      environment: ["HOME": folder.url.path].merging(environment) { $1 },
      "/bin/sh",
      "-c",
      "\(command); echo code $?; exec cat"
    )
  }

  /// The one that works on this test's state file.
  private func killProgram(_ signal: Int32) async throws {
    let found = try await Command(
      program: "/usr/bin/pgrep",
      arguments: ["-f", "^\(Command.ascheck) demo --state \(folder.path("state.json"))"]
    ).run()
    for line in found.output.split(separator: "\n") {
      if let process = Int32(line) { kill(process, signal) }
    }
  }
}
