import Foundation
import Testing

/// Ctrl-C, kill, and a reader that goes away.
struct InterruptionTests {
  private let folder = TemporaryFolder()

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func aSignalEndsAScanAtOnceAndLosesNothing(_ signal: Int32, _ code: Int32) throws {
    var signalled = Date()
    let outcome = try Command(
      arguments: ["demo", "--state", "state.json"],
      folder: folder,
      meanwhile: { process in
        // The demo's attestations are written before its scan begins.
        waitUntil { try folder.text(of: "state.json").contains("demo-11") }
        usleep(500_000)
        signalled = Date()
        kill(process, signal)
      }
    ).run()
    #expect(Date().timeIntervalSince(signalled) < 1)
    #expect(outcome.code == code)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == "error: the scan was cancelled\nhint: Earlier results are kept.\n"
    )
    #expect(try !folder.text(of: "state.json").contains("\"scan\""))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(left == ["state.json", "state.json.lock"])
  }

  @Test func progressGoesToAStandardErrorThatIsATerminal() throws {
    let terminal = try Tmux(
      (columns: 80, rows: 12),
      environment: ["HOME": folder.url.path],
      "/bin/sh",
      "-c",
      "\(Command.ascheck) demo >\(folder.path("report")); echo code $?; exec cat"
    )
    try terminal.waitFor("Scanning: ")
    let text = try terminal.waitFor("code 1")
    #expect(!text.contains("Scanning"), "the line must be gone: \(text)")
  }

  @Test func aScanThatIsStoppedLeavesACleanLine() throws {
    let terminal = try Tmux(
      (columns: 80, rows: 12),
      environment: ["HOME": folder.url.path],
      "/bin/sh",
      "-c",
      "trap : INT; \(Command.ascheck) demo --lang en >\(folder.path("report")); echo code $?; exec cat"
    )
    try terminal.waitFor("rows done")
    try terminal.press("C-c")
    let text = try terminal.waitFor("code 130")
    #expect(text.hasPrefix("error: the scan was cancelled\nhint: "), "\(text)")
  }

  @Test(arguments: ["list", "show 12", "checklist --format html"])
  func aReaderThatGoesAwayIsNoError(_ command: String) throws {
    let script = """
      \(Command.ascheck) \(command) --state none.json | head -1 >line
      test "${PIPESTATUS[0]}" -le 2 && cat line
      """
    let outcome = try Command(program: "/bin/bash", arguments: ["-c", script], folder: folder)
      .run()
    #expect(outcome.code == 0)
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.errors.isEmpty)
  }

  private func waitUntil(_ condition: () throws -> Bool) {
    for _ in 0..<1_000 {
      if (try? condition()) == true { return }
      usleep(10_000)
    }
    Issue.record("what was waited for never came")
  }
}
