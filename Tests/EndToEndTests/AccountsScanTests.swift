import Foundation
import Testing

/// One run over many accounts: by a file, by the organization, and when some of them fail.
@Suite(.serialized)
struct AccountsScanTests {
  private let folder = TemporaryFolder()

  @Test func scansTheAccountsOfAFileIntoOneStateFile() async throws {
    let moto = try await Moto()
    try folder.write("# all\n123456789012\n\n2222-3333-4444 # ours\n555566667777\n", to: "list")
    let arguments = ["01", "12", "--accounts", folder.path("list"), "--role", "audit"]
    let outcome = try await scan(arguments, moto.environment)
    #expect(outcome.code == 1, "\(outcome.errors)")
    let accounts = try accounts(of: outcome)
    // Worst first: only the own account holds public buckets.
    #expect(
      accounts.map { $0["account"] as? String } == [
        "123456789012", "222233334444", "555566667777",
      ]
    )
    #expect(accounts.map { $0["status"] as? String } == ["alert", "fine", "fine"])
    let list = try await Command(
      arguments: ["list", "--account", "555566667777", "--format", "json"] + state,
      environment: moto.environment
    ).run()
    #expect(try list.json()["account"] as? String == "555566667777")
    let text = try await scan(arguments, moto.environment, format: "text")
    #expect(text.output.contains("3 accounts"))
    #expect(text.output.contains("[!!] 1234-5678-9012  alert 1: 12"))
    #expect(text.output.contains("[OK] 5555-6666-7777  nothing to do"))
  }

  @Test func scansAnOrganizationWithoutItsClosedAccounts() async throws {
    let moto = try await Moto("--empty")
    try await moto.change("organize 24")
    let outcome = try await scan(
      ["01", "--accounts", "organization", "--role", "audit", "--external-id", "x"],
      moto.environment
    )
    #expect(outcome.code == 0, "\(outcome.errors)")
    let accounts = try accounts(of: outcome)
    #expect(accounts.count == 24)
    #expect(accounts.contains { $0["name"] as? String == "member-23" })
    #expect(!accounts.contains { $0["name"] as? String == "member-0" })
    let skipped = try #require(try outcome.json()["skipped"] as? [[String: Any]])
    #expect(skipped.map { $0["name"] as? String } == ["member-0"])
    #expect(skipped.first?["state"] as? String != "ACTIVE")
  }

  @Test func anAccountThatFailsStopsNoOther() async throws {
    let aws = try StubAWS()
    try folder.write("222233334444\n123456789012\n", to: "list")
    let outcome = try await scan(
      ["01", "--accounts", folder.path("list"), "--role", "audit"],
      aws.environment
    )
    #expect(outcome.code == 2, "\(outcome.errors)")
    let accounts = try accounts(of: outcome)
    #expect(accounts.map { $0["status"] as? String } == ["failed", "undecided"])
    let problem = accounts.first?["problem"] as? [String: String]
    #expect(problem?["en"]?.contains("arn:aws:iam::222233334444:role/audit") == true)
    try folder.write("222233334444\n", to: "list")
    let none = try await scan(
      ["01", "--accounts", folder.path("list"), "--role", "audit"],
      aws.environment
    )
    #expect(none.code == 70)
  }

  @Test func leavesOutWhatIsOutOfScopeInAnAccount() async throws {
    let moto = try await Moto("--empty")
    try folder.write("222233334444\n555566667777\n", to: "list")
    let arguments = ["01", "--accounts", folder.path("list"), "--role", "audit"]
    _ = try await scan(arguments, moto.environment)
    let tomorrow = Date(timeIntervalSinceNow: 86_400).formatted(.iso8601.year().month().day())
    let decision = try await Command(
      arguments: ["except", "--account", "555566667777", "--out-of-scope", "--region", "eu-west-1"]
        + ["--reason", "closed", "--until", tomorrow] + state,
      environment: moto.environment
    ).run()
    #expect(decision.code == 0, "\(decision.errors)")
    _ = try await scan(arguments, moto.environment)
    #expect(try regions(of: "222233334444").contains("eu-west-1"))
    #expect(try !regions(of: "555566667777").contains("eu-west-1"))
  }

  @Test(arguments: [
    ("12345\n", "line 1: not an account number"),
    ("# a\n123456789012\n1234-5678-9012\n", "line 3: account 123456789012 stands in line 2"),
    ("# nothing\n", "names no account"),
  ])
  func saysWhichLineOfAFileIsWrong(_ text: String, _ words: String) async throws {
    let aws = try StubAWS()
    try folder.write(text, to: "list")
    let outcome = try await scan(
      ["--accounts", folder.path("list"), "--role", "audit"],
      aws.environment
    )
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func wantsARoleAndAFile() async throws {
    let aws = try StubAWS()
    for arguments in [
      ["--accounts", "organization"], ["--role", "audit"],
      ["--accounts", "/nonexistent", "--role", "audit"],
    ] {
      #expect(try await scan(arguments, aws.environment).code == 64)
    }
    let denied = try await scan(
      ["--accounts", "organization", "--role", "audit"],
      aws.environment
    )
    #expect(denied.code == 70)
    #expect(denied.errors.contains("organizations:ListAccounts"))
  }

  private var state: [String] { ["--state", folder.path("state.json"), "--lang", "en"] }

  private func scan(
    _ arguments: [String],
    _ environment: [String: String],
    format: String = "json"
  ) async throws -> Command.Outcome {
    try await Command(
      arguments: ["scan"] + arguments + ["--format", format] + state,
      environment: environment,
      limit: 120
    ).run()
  }

  /// Where the account was looked at last.
  private func regions(of account: String) throws -> [String] {
    let data = try Data(contentsOf: folder.url.appendingPathComponent("state.json"))
    let state = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let accounts = try #require(state["accounts"] as? [String: [String: Any]])
    let scan = try #require(accounts[account]?["lastScan"] as? [String: Any])
    return try #require(scan["regions"] as? [String])
  }

  private func accounts(of outcome: Command.Outcome) throws -> [[String: Any]] {
    try #require(try outcome.json()["accounts"] as? [[String: Any]])
  }
}
