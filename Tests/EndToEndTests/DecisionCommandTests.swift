import Foundation
import Testing

/// What people decide from the command line, on the demo account's state file.
@Suite(.serialized)
struct DecisionCommandTests {
  private let folder = TemporaryFolder()

  init() async throws {
    try await ScannedDemo.write(to: folder)
  }

  @Test func anExceptionTakesAFindingOutOfTheCounts() async throws {
    let before = try await counts(of: "16")
    let except = try await ascheck("except", "16", "--reason", "old logs", "--until", day(20))
    #expect(except.code == 0, "\(except.errors)")
    let after = try await counts(of: "16")
    #expect(after["alert"] == 0)
    #expect(after["suppressed"].map { $0 >= before["alert"] ?? 0 } == true)
    let table = try await ascheck("exceptions", "--lang", "ja").output
    #expect(table.contains("\(day(20)) まで"), "the last day, not the moment after it: \(table)")
    let list = try await ascheck("exceptions", "--format", "json").json()
    let exception = try #require((list["exceptions"] as? [[String: Any]])?.first)
    #expect(exception["state"] as? String == "inForce")
    let id = try #require(exception["id"] as? String)
    #expect(try await ascheck("exceptions", "--end", String(id.prefix(8))).code == 0)
    #expect(try await counts(of: "16") == before)
  }

  @Test func aRegionOutOfScopeIsScannedNoMoreUntilThatIsTakenBack() async throws {
    let before = try await regions()
    #expect(before.contains("eu-west-1"))
    let reason = ["--reason", "denied by the organization", "--until", day(20)]
    let outcome = try await ascheck(
      ["except", "--out-of-scope", "--region", "eu-west-1", "sa-east-1"] + reason
    )
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try await regions() == before.filter { !["eu-west-1", "sa-east-1"].contains($0) })
    let text = try await ascheck("demo", "--format", "text", "--lang", "en").output
    #expect(text.contains("Out of scope, because \"denied by the organization\": eu-west-1"))
    let list = try await ascheck("exceptions", "--format", "json").json()
    let exception = try #require((list["exceptions"] as? [[String: Any]])?.first)
    #expect(exception["outOfScope"] as? [String] == ["eu-west-1", "sa-east-1"])
    let id = try #require(exception["id"] as? String)
    #expect(try await ascheck("exceptions", "--end", id).code == 0)
    #expect(try await regions() == before)
  }

  /// Those that a scan of the demo account covers.
  private func regions() async throws -> [String] {
    let report = try await ascheck("demo", "--format", "json").json()
    return try #require(report["regions"] as? [String])
  }

  @Test func exceptionsGoToAFileAndComeBack() async throws {
    let file = folder.path("exceptions.toml")
    let except = ["except", "16", "--reason", "old \"logs\"", "--until", day(20)]
    #expect(try await ascheck(except).code == 0)
    #expect(try await ascheck("exceptions", "--export", file).code == 0)
    let first = try String(contentsOfFile: file, encoding: .utf8)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try await ascheck("exceptions", "--import", file).code == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)

    let more = "\n[[exception]]\nrow = '07'\nreason = 'r'\nperson = 'p'\nuntil = \(day(30))\n"
    try (first + more).write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try await ascheck("exceptions", "--import", file).code == 0)
    #expect(try await counts(of: "07")["alert"] == 0)
    let list = try await ascheck("exceptions", "--import", file, "--format", "json").json()
    #expect((list["exceptions"] as? [Any])?.count == 2)

    try (first + "[[exeption]]\n").write(toFile: file, atomically: true, encoding: .utf8)
    let wrong = try await ascheck("exceptions", "--import", file)
    #expect(wrong.code == 64)
    let line = first.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(wrong.errors.contains("exceptions.toml, line \(line): [exeption] has no place here"))
  }

  /// `ascheck` alone has the option too and must not take it.
  @Test(arguments: [["07", "--region", "us-east-1"], ["--region", "us-east-1", "07"]])
  func theRegionIsPartOfThePattern(_ arguments: [String]) async throws {
    let more = ["--reason", "r", "--until", day(20), "--format", "json"]
    let outcome = try await ascheck(["except"] + arguments + more)
    let pattern = try #require(try outcome.json()["pattern"] as? [String: Any])
    #expect(pattern["region"] as? String == "us-east-1")
    #expect(pattern["row"] as? String == "ASC 07")
  }

  @Test(arguments: [
    ["except", "07", "--reason", " ", "--until", "@20"],
    ["except", "07", "--reason", "r", "--until", "@190"],
    ["except", "07", "--reason", "r", "--until", "@-2"],
    ["except", "--reason", "r", "--until", "@20"],
    ["except", "07", "--reason", "r", "--until", "tomorrow"],
    ["except", "07", "--finding", "f", "--reason", "r", "--until", "@20"],
    ["except", "--finding", "nowhere", "--reason", "r", "--until", "@20"],
    ["except", "--out-of-scope", "--reason", "r", "--until", "@20"],
    ["except", "07", "--out-of-scope", "--region", "us-east-1", "--reason", "r", "--until", "@20"],
    ["attest", "09", "--outcome", "compliant", "--note", "n", "--date", "@2"],
    ["attest", "09", "--outcome", "compliant", "--note", "n", "--reviewer", " "],
    ["attest", "09", "--outcome", "compliant", "--note", ""], ["withdraw", "09"],
    ["exceptions", "--end", "nowhere"], ["diff", "1", "7"], ["due", "--within", "181"],
  ])
  func whatMustNotBeWrittenIsRefused(_ arguments: [String]) async throws {
    let state = try Data(contentsOf: URL(fileURLWithPath: path))
    let typed = arguments.map { $0.hasPrefix("@") ? day(Int($0.dropFirst()) ?? 0) : $0 }
    let outcome = try await ascheck(typed)
    #expect(outcome.code == 64, "\(outcome.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == state)
  }

  @Test func aWithdrawnReviewCountsNoMoreAndStaysInTheHistory() async throws {
    let attest = try await ascheck(
      ["attest", "09", "--outcome", "compliant", "--note", "rotated", "--date", day(-3)]
    )
    #expect(attest.code == 0, "\(attest.errors)")
    #expect(try await status(of: "09") == "valid")
    #expect(try await ascheck("withdraw", "09", "--reason", "wrong account").code == 0)
    #expect(try await status(of: "09") == "neverReviewed")
    let events = try await ascheck("history", "09", "--format", "json").json()["events"]
    let kinds = try #require(events as? [[String: Any]]).compactMap { $0["kind"] as? String }
    #expect(kinds == ["withdrawal", "attestation"])
  }

  @Test func anEditedLogIsFound() async throws {
    #expect(try await ascheck("verify").code == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let edited = text.replacing(#""reviewer": "Alice""#, with: #""reviewer": "Mallory""#)
    try #require(edited != text)
    try edited.write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try await ascheck("verify", "--lang", "en")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("was edited"))
  }

  @Test func whatIsDueMakesTheExitCode() async throws {
    #expect(try await ascheck("due").code == 2)
    let items = try await ascheck("due", "--format", "json").json()["items"] as? [[String: Any]]
    #expect(items?.first?["id"] as? String == "ASC 09")
    let calendar = try await ascheck("due", "--format", "ics")
    #expect(calendar.code == 0)
    #expect(calendar.output.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
  }

  @Test func twoScansAreCompared() async throws {
    #expect(try await ascheck("diff").code == 64)
    #expect(try await ascheck("demo", "--format", "json").code == 1)
    let difference = try await ascheck("diff", "--format", "json").json()
    #expect(difference["from"] as? Int == 1)
    #expect(difference["to"] as? Int == 2)
  }

  private var path: String { folder.path("state.json") }

  private func ascheck(_ arguments: String...) async throws -> Command.Outcome {
    try await ascheck(arguments)
  }

  private func ascheck(_ arguments: [String]) async throws -> Command.Outcome {
    try await Command(arguments: arguments + ["--state", path], environment: ["TZ": "Asia/Tokyo"])
      .run()
  }

  /// So many days from today in Tokyo.
  private func day(_ days: Int) -> String {
    let date = Date().addingTimeInterval(Double(days) * 86_400 + 9 * 3_600)
    return String(date.formatted(.iso8601).prefix(10))
  }

  private func row(_ id: String) async throws -> [String: Any] {
    let report = try await ascheck("show", id, "--format", "json").json()
    return try #require(report["row"] as? [String: Any])
  }

  private func status(of id: String) async throws -> String? {
    try await row(id)["status"] as? String
  }

  private func counts(of id: String) async throws -> [String: Int] {
    let row = try await row(id)
    return try #require(row["counts"] as? [String: Int])
  }
}
