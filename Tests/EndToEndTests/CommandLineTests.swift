import Foundation
import Testing

/// What the commands without a screen print and return, on a saved scan of the demo account.
@Suite(.serialized)
struct CommandLineTests {
  private let folder = TemporaryFolder()

  init() async throws {
    try await ScannedDemo.write(to: folder)
  }

  // MARK: Exit codes

  @Test func returnsOneWhereSomethingAlerts() async throws {
    #expect(try await run("list").code == 1)
    #expect(try await run("show", "12").code == 1)
  }

  @Test func returnsTwoWhereSomethingIsUnknownOrDue() async throws {
    #expect(try await run("show", "10").code == 2)
    #expect(try await run("show", "09").code == 2)
  }

  @Test func returnsNothingButZeroWhereAllIsWell() async throws {
    #expect(try await run("show", "13").code == 0)
    #expect(try await run("show", "05").code == 0)
  }

  @Test(arguments: [
    ["show", "99"], ["show"], ["scan", "07", "nope"], ["attest", "07"], ["bogus"],
    ["--lang", "fr"], ["list", "--account", "12"], ["list", "--account", "999999999999"],
    ["attest", "09", "--outcome", "compliant", "--note", " "],
    ["attest", "07", "--outcome", "compliant", "--note", "x"],
  ])
  func returnsSixtyFourForWrongUse(_ arguments: [String]) async throws {
    let outcome = try await run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  /// The parser only has English words.
  @Test(arguments: [
    (["bogus"], "there is no command bogus", "bogus というコマンドはありません"),
    (["list", "--fomat", "json"], "did you mean --format?", "--format のことですか?"),
    (["list", "a", "b"], "\"a b\" has no meaning here", "「a b」は指定できません"),
    (["show"], "<row> ... is missing", "<row> ... を指定してください"),
    (["list", "--account"], "--account <id> lacks its value", "--account <id> の値がありません"),
    (["list", "--account", "12"], "cannot be \"12\"", "「12」は指定できません"),
    (["policy", "--format", "x"], "(one of: json, terraform, cloudformation)", "指定できる値: json,"),
    (["diff", "1", "2", "3"], "not more", "2つまでです"),
  ])
  func wrongUseIsToldInBothLanguages(_ words: [String], _ en: String, _ ja: String) async throws {
    for (language, expected) in [("C.UTF-8", en), ("ja_JP.UTF-8", ja)] {
      let outcome = try await Command(
        arguments: words,
        environment: ["LC_ALL": language],
        folder: folder
      ).run()
      #expect(outcome.code == 64)
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 2, "\(outcome.errors)")
      #expect(lines.first?.contains(expected) == true, "\(outcome.errors)")
      #expect(lines.last?.contains("--help") == true, "\(outcome.errors)")
    }
  }

  // MARK: Rows

  @Test(arguments: [
    ["ASC 02-01"], ["asc-02-01"], ["02-01"], ["2-1"], ["ASC", "02-01"], ["asc", "2-1"],
    ["ASC-2-1"], ["asc02-01"],
  ])
  func forgivesHowARowIsWritten(_ words: [String]) async throws {
    let outcome = try await run(["show"] + words)
    #expect(outcome.output.hasPrefix("ASC 02-01  The S3 bucket of the CloudTrail logs"))
  }

  // MARK: What is printed

  @Test func listsEveryRowInItsSection() async throws {
    let lines = try await run("list").output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "AWS Security Checklist   1234-5678-9012")
    #expect(lines.filter { $0.hasPrefix("[") }.count == 17)
    #expect(["General", "EC2/VPC/EBS", "S3"].allSatisfy(lines.contains))
    #expect(lines.contains { $0.hasPrefix("[!!] 12    No public S3 buckets") })
  }

  @Test func speaksTheLanguageAskedForElseTheLocales() async throws {
    let japanese = "AWSセキュリティチェックリスト"
    #expect(try await run("list", "--lang", "ja").output.hasPrefix(japanese))
    #expect(try await run(["list"], ["LANG": "ja_JP.UTF-8"]).output.hasPrefix(japanese))
    let english = try await run(["list", "--lang", "en"], ["LC_ALL": "ja_JP.UTF-8"])
    #expect(english.output.hasPrefix("AWS Security Checklist"))
  }

  @Test func listsAsJSON() async throws {
    let list = try await run("list", "--format", "json").json()
    #expect(Set(list.keys) == ["account", "leftOut", "partition", "rows"])
    let rows = try #require(list["rows"] as? [[String: Any]])
    #expect(rows.count == 17)
    for row in rows {
      let isManual = row["kind"] as? String == "manual"
      let own: Set = isManual ? ["attestation", "evidence"] : ["checkedAt", "counts"]
      #expect(Set(row.keys) == own.union(["id", "title", "kind", "status"]))
    }
  }

  @Test func showsARowWithItsFindingsAndItsGuide() async throws {
    let text = try await run("show", "12").output
    #expect(text.contains("[!!] press-kit-prod   us-east-1"))
    #expect(text.contains("## Why it matters"))
    let row = try #require(
      try await run("show", "12", "--format", "json").json()["row"] as? [String: Any]
    )
    #expect((row["findings"] as? [Any])?.count == 12)
  }

  @Test(arguments: ["en", "ja"])
  func printsTheBlankChecklistInEveryFormat(_ language: String) async throws {
    for (format, start) in [
      ("markdown", "# "), ("html", "<!DOCTYPE html>"),
      ("csv", language == "en" ? "Row," : "\u{FEFF}番号,"),
    ] {
      let outcome = try await run("checklist", "--format", format, "--lang", language)
      #expect(outcome.code == 0)
      #expect(outcome.output.hasPrefix(start), "\(format): \(outcome.output.prefix(40))")
      #expect(outcome.output.contains("ASC 16"))
    }
  }

  // MARK: Attesting

  @Test func attestsInAnyLanguageAndKeepsIt() async throws {
    let outcome = try await run(
      "attest",
      "ASC",
      "09",
      "--outcome",
      "compliant",
      "--note",
      "全14件のキーペアを確認。\n利用者のいない5件は削除",
      "--reviewer",
      "山田 太郎"
    )
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("ASC 09 recorded as compliant for 1234-5678-9012"))
    let row = try await run("show", "09", "--lang", "ja")
    #expect(row.code == 0)
    #expect(row.output.contains("適合  山田 太郎\n    全14件のキーペアを確認。\n    利用者の"))
  }

  @Test func anAnswerThatSaysNoAlerts() async throws {
    _ = try await run("attest", "9", "--outcome", "not-compliant", "--note", "shared key found")
    #expect(try await run("show", "9").code == 1)
  }

  // MARK: Without a terminal

  @Test func aloneItPrintsTheList() async throws {
    let outcome = try await run("--state", "state.json")
    #expect(outcome.output == (try await run("list").output))
    #expect(outcome.code == 1)
  }

  @Test func reviewSaysThatItNeedsATerminal() async throws {
    let outcome = try await run("review")
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("error: review needs a terminal"))
    #expect(outcome.errors.contains("\nhint: Without one use ascheck scan"))
  }

  @Test func keepsTheStateWhereXDGSaysElseBelowHome() async throws {
    let home = TemporaryFolder()
    let note = ["attest", "09", "--outcome", "compliant", "--note", "x"]
    for (variables, place) in [
      (["XDG_STATE_HOME": home.path("xdg")], "xdg/ascheck/state.json"),
      ([:], ".local/state/ascheck/state.json"),
    ] {
      try FileManager.default.createDirectory(
        atPath: (home.path(place) as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true
      )
      try home.write(try folder.text(of: "state.json"), to: place)
      let outcome = try await Command(arguments: note, environment: variables, folder: home).run()
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try home.text(of: place).contains("\"note\": \"x\""))
    }
  }

  private func run(_ arguments: String...) async throws -> Command.Outcome {
    try await run(arguments)
  }

  private func run(
    _ arguments: [String],
    _ environment: [String: String] = [:]
  ) async throws -> Command.Outcome {
    let takesState = arguments.first.map { ["list", "show", "attest"].contains($0) } ?? false
    let state = takesState ? ["--state", "state.json"] : []
    return try await Command(
      arguments: arguments + state,
      environment: environment,
      folder: folder
    ).run()
  }
}
