import Foundation
import Testing

/// What the commands without a screen print and return, on a saved scan of the demo account.
struct CommandLineTests {
  private let folder: TemporaryFolder

  /// The demo account is scanned once for all of these tests.
  private static let state = Result {
    let folder = TemporaryFolder()
    let outcome = try Command(
      arguments: ["demo", "--state", "state.json", "--format", "json"],
      folder: folder
    ).run()
    #expect(outcome.code == 1, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    return try names.map { ($0, try folder.text(of: $0)) }
  }

  init() throws {
    folder = TemporaryFolder()
    for (name, text) in try Self.state.get() { try folder.write(text, to: name) }
  }

  // MARK: Exit codes

  @Test func returnsOneWhereSomethingAlerts() throws {
    #expect(try run("list").code == 1)
    #expect(try run("show", "12").code == 1)
  }

  @Test func returnsTwoWhereSomethingIsUnknownOrDue() throws {
    #expect(try run("show", "10").code == 2)
    #expect(try run("show", "09").code == 2)
  }

  @Test func returnsNothingButZeroWhereAllIsWell() throws {
    #expect(try run("show", "13").code == 0)
    #expect(try run("show", "05").code == 0)
  }

  @Test(arguments: [
    ["show", "99"], ["show"], ["scan", "07", "nope"], ["attest", "07"], ["bogus"],
    ["--lang", "fr"], ["list", "--account", "12"], ["list", "--account", "999999999999"],
    ["attest", "09", "--outcome", "compliant", "--note", " "],
    ["attest", "07", "--outcome", "compliant", "--note", "x"],
  ])
  func returnsSixtyFourForWrongUse(_ arguments: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  // MARK: Rows

  @Test(arguments: [
    ["ASC 02-01"], ["asc-02-01"], ["02-01"], ["2-1"], ["ASC", "02-01"], ["asc", "2-1"],
    ["ASC-2-1"], ["asc02-01"],
  ])
  func forgivesHowARowIsWritten(_ words: [String]) throws {
    let outcome = try run(["show"] + words)
    #expect(outcome.output.hasPrefix("ASC 02-01  The S3 bucket of the CloudTrail logs"))
  }

  // MARK: What is printed

  @Test func listsEveryRowInItsSection() throws {
    let lines = try run("list").output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "AWS Security Checklist   1234-5678-9012")
    #expect(lines.filter { $0.hasPrefix("[") }.count == 17)
    #expect(["General", "EC2/VPC/EBS", "S3"].allSatisfy(lines.contains))
    #expect(lines.contains { $0.hasPrefix("[!!] 12    No public S3 buckets") })
  }

  @Test func speaksTheLanguageAskedForElseTheLocales() throws {
    let japanese = "AWSセキュリティチェックリスト"
    #expect(try run("list", "--lang", "ja").output.hasPrefix(japanese))
    #expect(try run(["list"], ["LANG": "ja_JP.UTF-8"]).output.hasPrefix(japanese))
    let english = try run(["list", "--lang", "en"], ["LC_ALL": "ja_JP.UTF-8"])
    #expect(english.output.hasPrefix("AWS Security Checklist"))
  }

  @Test func listsAsJSON() throws {
    let list = try run("list", "--format", "json").json()
    #expect(Set(list.keys) == ["account", "partition", "rows"])
    let rows = try #require(list["rows"] as? [[String: Any]])
    #expect(rows.count == 17)
    for row in rows {
      let isManual = row["kind"] as? String == "manual"
      let own: Set = isManual ? ["attestation"] : ["checkedAt", "counts"]
      #expect(Set(row.keys) == own.union(["id", "title", "kind", "status"]))
    }
  }

  @Test func showsARowWithItsFindingsAndItsGuide() throws {
    let text = try run("show", "12").output
    #expect(text.contains("[!!] press-kit-prod   us-east-1"))
    #expect(text.contains("## Why it matters"))
    let row = try #require(
      try run("show", "12", "--format", "json").json()["row"] as? [String: Any]
    )
    #expect((row["findings"] as? [Any])?.count == 12)
  }

  @Test(arguments: ["en", "ja"])
  func printsTheBlankChecklistInEveryFormat(_ language: String) throws {
    for (format, start) in [
      ("markdown", "# "), ("html", "<!DOCTYPE html>"),
      ("csv", language == "en" ? "Row," : "\u{FEFF}番号,"),
    ] {
      let outcome = try run("checklist", "--format", format, "--lang", language)
      #expect(outcome.code == 0)
      #expect(outcome.output.hasPrefix(start), "\(format): \(outcome.output.prefix(40))")
      #expect(outcome.output.contains("ASC 16"))
    }
  }

  // MARK: Attesting

  @Test func attestsInAnyLanguageAndKeepsIt() throws {
    let outcome = try run(
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
    let row = try run("show", "09", "--lang", "ja")
    #expect(row.code == 0)
    #expect(row.output.contains("適合  山田 太郎\n    全14件のキーペアを確認。\n    利用者の"))
  }

  @Test func anAnswerThatSaysNoAlerts() throws {
    _ = try run("attest", "9", "--outcome", "not-compliant", "--note", "shared key found")
    #expect(try run("show", "9").code == 1)
  }

  // MARK: Without a terminal

  @Test func aloneItPrintsTheList() throws {
    let outcome = try run("--state", "state.json")
    #expect(outcome.output == (try run("list").output))
    #expect(outcome.code == 1)
  }

  @Test func reviewSaysThatItNeedsATerminal() throws {
    let outcome = try run("review")
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("error: review needs a terminal"))
    #expect(outcome.errors.contains("\nhint: Without one use ascheck scan"))
  }

  @Test func keepsTheStateWhereXDGSaysElseBelowHome() throws {
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
      let outcome = try Command(arguments: note, environment: variables, folder: home).run()
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try home.text(of: place).contains("\"note\": \"x\""))
    }
  }

  private func run(_ arguments: String...) throws -> Command.Outcome {
    try run(arguments)
  }

  private func run(
    _ arguments: [String],
    _ environment: [String: String] = [:]
  ) throws -> Command.Outcome {
    let takesState = arguments.first.map { ["list", "show", "attest"].contains($0) } ?? false
    let state = takesState ? ["--state", "state.json"] : []
    return try Command(
      arguments: arguments + state,
      environment: environment,
      folder: folder
    ).run()
  }
}
