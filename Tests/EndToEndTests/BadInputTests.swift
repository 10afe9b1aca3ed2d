import Foundation
import Testing

/// Whatever is wrong is said in one or two lines, in the language asked, and nothing is lost.
@Suite(.serialized)
struct BadInputTests {
  private let folder = TemporaryFolder()

  @Test func noCredentials() async throws {
    let outcome = try await run("scan")
    #expect(outcome.code == 70)
    expectWords(outcome, "no AWS credentials", "aws configure")
    #expect(outcome.errors.contains("ascheck demo"))
  }

  @Test func speaksJapaneseWhenAsked() async throws {
    let outcome = try await run("scan", "--lang", "ja")
    #expect(outcome.code == 70)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("エラー: AWS の認証情報が") == true)
    #expect(lines.last?.hasPrefix("ヒント: ") == true)
  }

  @Test func expiredCredentials() async throws {
    let aws = try StubAWS(refusingWith: "ExpiredToken")
    let outcome = try await run(["scan"], aws.environment)
    #expect(outcome.code == 70)
    expectWords(outcome, "ExpiredToken", "Sign in again")
  }

  @Test func aRegionNameThatCannotBeOne() async throws {
    let outcome = try await run(["scan"], ["AWS_REGION": "tokyo"])
    #expect(outcome.code == 64)
    expectWords(outcome, "AWS_REGION is not the name of a region: tokyo", "ap-northeast-1")
  }

  @Test func aRegionThatTheAccountDoesNotHave() async throws {
    let aws = try StubAWS()
    let outcome = try await run(["scan", "07", "--region", "eu-west-9"], aws.environment)
    #expect(outcome.code == 64)
    expectWords(outcome, "no enabled region eu-west-9", "ap-northeast-1, us-east-1")
  }

  @Test func anEndpointThatNobodyAnswersAt() async throws {
    let start = Date()
    let outcome = try await run("scan", "--endpoint-url", "http://127.0.0.1:1", credentials: true)
    #expect(outcome.code == 70)
    #expect(Date().timeIntervalSince(start) < 30)
    expectWords(outcome, "AWS cannot be reached", "AWS_ENDPOINT_URL")
  }

  @Test func anEndpointThatIsNoURL() async throws {
    let outcome = try await run("scan", "--endpoint-url", "nonsense", credentials: true)
    #expect(outcome.code == 64)
    expectWords(outcome, "not the URL of an endpoint: nonsense", "https://HOST")
  }

  @Test func aProfileThatDoesNotExist() async throws {
    let outcome = try await run("scan", "--profile", "missing")
    #expect(outcome.code == 64)
    expectWords(outcome, "no profile \"missing\"", "aws configure")
  }

  @Test func aRowThatDoesNotExist() async throws {
    let outcome = try await run("show", "99")
    #expect(outcome.code == 64)
    expectWords(outcome, "no row \"99\"", "ascheck list")
  }

  @Test func aFolderThatCannotBeWritten() async throws {
    try folder.write("a file", to: "blocked")
    let note = ["attest", "09", "--outcome", "compliant", "--note", "x"]
    let aws = try StubAWS()
    let outcome = try await run(note + ["--state", "blocked/state.json"], aws.environment)
    #expect(outcome.code == 70)
    expectWords(outcome, "blocked/state.json", "--state")
    #expect(try folder.text(of: "blocked") == "a file")
  }

  @Test(arguments: [
    ("{", "damaged"), ("not JSON at all", "damaged"), ("{\"a\": 1}", "not a state file"),
    ("{\"format\": \"ascheck-state\", \"version\": 99}", "newer ascheck"), ("[]", "not a state"),
  ])
  func aStateFileThatIsNotOurs(_ content: String, _ word: String) async throws {
    try folder.write(content, to: "state.json")
    for command in [
      ["list"], ["show", "07"], ["scan"],
      ["attest", "09", "--outcome", "compliant", "--note", "x"],
    ] {
      let outcome = try await run(command + ["--state", "state.json"], Self.credentials)
      #expect(outcome.code == 70, "\(command) \(outcome.errors)")
      expectWords(outcome, word, "It was left untouched.")
      #expect(try folder.text(of: "state.json") == content)
    }
  }

  @Test func anEmptyStateOption() async throws {
    let outcome = try await run("list", "--state", "")
    #expect(outcome.code == 64)
    expectWords(outcome, "--state is empty", "Name a file")
  }

  @Test func aLocaleThatIsNotUTF8StillPrints() async throws {
    let outcome = try await run(["list", "--lang", "ja"], ["LC_ALL": "C"])
    #expect(outcome.output.hasPrefix("AWSセキュリティチェックリスト"))
  }

  // MARK: On a terminal

  @Test(arguments: [
    ("TERM=no-such-terminal", "no-such-terminal (TERM) is not known"),
    ("TERM=", "TERM is not set"),
  ])
  func aTerminalThatCannotShowAScreen(_ variable: String, _ words: String) async throws {
    let terminal = try await onTerminal("env \(variable) \(Command.ascheck) review --lang en")
    let text = try await terminal.waitFor("code 64")
    #expect(text.replacing("\n", with: "").contains(words), "\(text)")
    #expect(text.contains("hint: Set") || text.contains("hint: set"), "\(text)")
  }

  @Test func aTerminalOfAKnownFamilyIsTakenForItsRelative() async throws {
    let terminal = try await onTerminal(
      "env TERM=xterm-ghostty TERMINFO=/nonexistent \(Command.ascheck) demo --lang en"
    )
    try await terminal.waitFor("xterm-256color")
    try await terminal.press("q")
    try await terminal.waitFor("code 0")
  }

  @Test func aLocaleThatIsNotUTF8StillShowsTheScreen() async throws {
    let terminal = try await onTerminal("env LC_ALL=C \(Command.ascheck) demo --lang ja")
    try await terminal.waitFor("EC2キーペアの保護")
    try await terminal.press("q")
    try await terminal.waitFor("code 0")
  }

  @Test func aCharsetWithoutJapaneseIsAnsweredInEnglish() async throws {
    let terminal = try await onTerminal(
      "env LC_ALL=ja_JP.eucJP \(Command.ascheck) demo --lang ja"
    )
    try await terminal.waitFor("the locale says eucJP, not UTF-8")
    try await terminal.press("L")
    try await terminal.waitFor("Japanese needs a UTF-8 locale")
    try await terminal.press("q")
    try await terminal.waitFor("code 0")
  }

  @Test func aTerminalWithoutAScreenIsToldLineByLine() async throws {
    let terminal = try await onTerminal("env TERM=dumb \(Command.ascheck) demo --lang en")
    try await terminal.waitFor("[!M] 09")
    try await terminal.type("12")
    try await terminal.press("Enter")
    try await terminal.waitFor("> [  ] 12")
    try await terminal.type("rescan")
    try await terminal.press("Enter")
    try await terminal.waitFor("ASC 12: [!!] alert")
    try await terminal.type("q")
    try await terminal.press("Enter")
    try await terminal.waitFor("code 0")
  }

  @Test func aTerminalThatIsTooSmallSaysHowLargeItMustBe() async throws {
    let terminal = try await onTerminal(
      "\(Command.ascheck) demo --lang en",
      size: (columns: 20, rows: 5)
    )
    let text = try await terminal.waitFor("needs 40x10")
    #expect(text.contains("screen 20x5"))
    try await terminal.resize(columns: 80, rows: 24)
    try await terminal.waitFor("AWS Security Checklist")
    try await terminal.resize(columns: 20, rows: 5)
    try await terminal.waitFor("needs 40x10")
    try await terminal.press("q")
    try await terminal.waitFor("code 0")
  }

  // MARK: Support

  private static let credentials = [
    "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "EXAMPLEKEY",
  ]

  /// A shell's pane that tells the exit code and stays.
  private func onTerminal(
    _ command: String,
    size: (columns: Int, rows: Int) = (columns: 80, rows: 24)
  ) async throws -> Tmux {
    try await Tmux(
      size,
      environment: ["HOME": folder.url.path],
      "/bin/sh",
      "-c",
      "\(command); echo code $?; exec cat"
    )
  }

  private func expectWords(
    _ outcome: Command.Outcome,
    _ problem: String,
    _ hint: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    #expect(outcome.output.isEmpty, sourceLocation: location)
    #expect(lines.count == 2, "\(outcome.errors)", sourceLocation: location)
    guard lines.count == 2 else { return }
    #expect(lines[0].hasPrefix("error: "), sourceLocation: location)
    #expect(lines[0].contains(problem), "\(lines[0])", sourceLocation: location)
    #expect(lines[1].hasPrefix("hint: "), sourceLocation: location)
    #expect(lines[1].contains(hint), "\(lines[1])", sourceLocation: location)
  }

  private func run(_ arguments: String..., credentials: Bool = false) async throws
    -> Command.Outcome
  {
    try await run(arguments, credentials ? Self.credentials : [:])
  }

  private func run(
    _ arguments: [String],
    _ environment: [String: String]
  ) async throws -> Command.Outcome {
    try await Command(arguments: arguments, environment: environment, folder: folder).run()
  }
}
