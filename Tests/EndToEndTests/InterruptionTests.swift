import Foundation
import Testing

/// Ctrl-C, kill, and a reader that goes away.
@Suite(.serialized)
struct InterruptionTests {
  private let folder = TemporaryFolder()

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func aSignalEndsAScanAtOnceAndLosesNothing(_ signal: Int32, _ code: Int32) async throws {
    let note = ["attest", "09", "--outcome", "compliant", "--note", "before"]
    let aws = try StubAWS(neverAnswers: true)
    let state = ["--state", "state.json"]
    _ = try await run(note + state, aws)
    let before = try folder.text(of: "state.json")
    var signalled = Date()
    let outcome = try await run(["scan"] + state, aws) { process in
      try await waitUntil { aws.isKeepingSomebodyWaiting }
      signalled = Date()
      kill(process, signal)
    }
    #expect(Date().timeIntervalSince(signalled) < 30, "a scan may take an hour")
    #expect(outcome.code == code)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == "error: the scan was cancelled\nhint: Earlier results are kept.\n"
    )
    #expect(try folder.text(of: "state.json") == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(left == ["state.json", "state.json.lock", "state.json.turn"])
  }

  @Test func progressGoesToAStandardErrorThatIsATerminal() async throws {
    let terminal = try await Tmux(
      (columns: 80, rows: 12),
      environment: ["HOME": folder.url.path],
      "/bin/sh",
      "-c",
      "\(Command.ascheck) demo >\(folder.path("report")); echo code $?; exec cat"
    )
    try await terminal.waitFor("Scanning: ")
    let text = try await terminal.waitFor("code 1")
    #expect(!text.contains("Scanning"), "the line must be gone: \(text)")
  }

  @Test func aScanThatIsStoppedLeavesACleanLine() async throws {
    let terminal = try await Tmux(
      (columns: 80, rows: 12),
      environment: ["HOME": folder.url.path],
      "/bin/sh",
      "-c",
      """
      trap : INT
      \(Command.ascheck) demo --lang en >\(folder.path("report"))
      echo code $?
      exec cat
      """
    )
    try await terminal.waitFor("rows done")
    try await terminal.press("C-c")
    let text = try await terminal.waitFor("code 130")
    #expect(text.hasPrefix("error: the scan was cancelled\nhint: "), "\(text)")
  }

  @Test(arguments: ["list", "show 12", "checklist --format html"])
  func aReaderThatGoesAwayIsNoError(_ command: String) async throws {
    let script = """
      \(Command.ascheck) \(command) --state none.json | head -1 >line
      test "${PIPESTATUS[0]}" -le 2 && cat line
      """
    let outcome = try await Command(
      program: "/bin/bash",
      arguments: ["-c", script],
      folder: folder
    )
    .run()
    #expect(outcome.code == 0)
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.errors.isEmpty)
  }

  private func run(
    _ arguments: [String],
    _ aws: StubAWS,
    meanwhile: @escaping (Int32) async throws -> Void = { _ in }
  ) async throws -> Command.Outcome {
    try await Command(
      arguments: arguments,
      environment: aws.environment,
      folder: folder,
      meanwhile: meanwhile
    ).run()
  }

  private func waitUntil(_ condition: () -> Bool) async throws {
    for _ in 0..<2_000 {
      if condition() { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("what was waited for never came")
  }
}
