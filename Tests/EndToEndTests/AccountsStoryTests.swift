import Foundation
import Testing

/// Two accounts, one after the other, without leaving the screen.
@Suite(.serialized)
struct AccountsStoryTests {
  private let folder = TemporaryFolder()

  @Test func goesFromOneAccountToAnotherAndBack() async throws {
    let moto = try await Moto("--empty")
    let terminal = try await review(moto)
    try await terminal.waitFor("? keys")
    try await terminal.press("r")
    try await terminal.waitFor("one 1111-2222-3333", within: 60)
    try await terminal.waitFor("ASC 01: [")

    try await terminal.press("P")
    let accounts = try await terminal.waitFor("in use")
    #expect(accounts.contains("> one"))
    #expect(accounts.contains("4444-5555-6666"))
    try await terminal.press("j", "Enter")
    let fresh = try await terminal.waitFor("two not scanned yet")
    #expect(fresh.contains("two was never scanned here"))
    try await terminal.press("r")
    try await terminal.waitFor("two 4444-5555-6666", within: 60)
    try await terminal.waitFor("ASC 01: [")

    try await terminal.press("M")
    let matrix = try await terminal.waitFor("Accounts and rows   2 accounts")
    #expect(matrix.contains("one ") && matrix.contains("two "))
    try await terminal.press("q")

    try await terminal.press("P")
    try await terminal.waitFor("> two")
    try await terminal.press("k", "Enter")
    let back = try await terminal.waitFor("one 1111-2222-3333")
    #expect(back.contains("nothing is scanned until r or R"))
    try await terminal.press("q")
    try await terminal.waitFor("code 0")

    let again = try await review(moto, profile: nil)
    try await again.waitFor("1111-2222-3333")
  }

  /// No profile leads to the account; the role that scanned it does so again.
  @Test func runsAgainWhatAScanOfManyAccountsReached() async throws {
    let moto = try await Moto("--empty")
    try folder.write("222233334444\n", to: "list")
    var environment = moto.environment
    environment["HOME"] = folder.url.path
    let state = folder.path("state.json")
    let scan = try await Command(
      arguments: [
        "scan", "01", "--accounts", folder.path("list"), "--role", "audit", "--state", state,
      ],
      environment: environment
    ).run()
    #expect(scan.code == 0, "\(scan.errors)")
    let terminal = try await Tmux(
      (columns: 80, rows: 24),
      environment: environment,
      Command.ascheck,
      "--lang",
      "en",
      "--state",
      state
    )
    try await terminal.waitFor("2222-3333-4444")
    try await terminal.press("P")
    let accounts = try await terminal.waitFor("(environment)")
    #expect(accounts.contains("by role"))
    try await terminal.press("G", "Enter")
    try await terminal.waitFor("now the role audit")
    try await terminal.press("r")
    try await terminal.waitFor("ASC 01: [", within: 60)
    try await terminal.waitFor("audit 2222-3333-4444")
  }

  @Test func asksForAnMFACodeOnTheScreenAndOnlyOnce() async throws {
    let moto = try await Moto("--empty")
    let terminal = try await review(moto, profile: "guarded")
    try await terminal.waitFor("? keys")
    try await terminal.press("r")
    try await terminal.waitFor("arn:aws:iam::123456789012:mfa/me")
    try await terminal.type("12345")
    try await terminal.press("Enter")
    try await terminal.waitFor("a code has six digits")
    try await terminal.type("6")
    let typed = try await terminal.waitFor("Code ******")
    #expect(!typed.contains("123456 ") && !typed.contains("Code 1"))
    try await terminal.press("Enter")
    try await terminal.waitFor("guarded 1111-2222-3333", within: 60)
    try await terminal.waitFor("ASC 01: [")
    try await terminal.press("j", "j", "j", "r")
    try await terminal.waitFor("ASC 03: [", within: 60)

    try await terminal.press("P", "j", "Enter")
    try await terminal.press("P", "k", "Enter", "r")
    try await terminal.waitFor("MFA code")
    try await terminal.press("Escape")
    try await terminal.waitFor("the scan was cancelled")
  }

  private func review(_ moto: Moto, profile: String? = "one") async throws -> Tmux {
    let roles = [("one", "111122223333"), ("two", "444455556666")].map { name, account in
      """
      [profile \(name)]
      role_arn = arn:aws:iam::\(account):role/audit
      source_profile = base
      """
    }
    let base = """
      [profile base]
      aws_access_key_id = testing
      aws_secret_access_key = testing
      """
    let guarded = """
      [profile guarded]
      role_arn = arn:aws:iam::111122223333:role/audit
      source_profile = base
      mfa_serial = arn:aws:iam::123456789012:mfa/me
      """
    try folder.write((roles + [base, guarded]).joined(separator: "\n"), to: "config")
    var environment = moto.environment
    environment["HOME"] = folder.url.path
    environment["AWS_CONFIG_FILE"] = folder.path("config")
    let options = profile.map { " --profile \($0)" } ?? ""
    return try await Tmux(
      (columns: 80, rows: 24),
      environment: environment,
      "/bin/sh",
      "-c",
      "\(Command.ascheck) --lang en\(options); echo code $?; exec cat"
    )
  }
}
