import Foundation
import Testing

@testable import CursesTerminal

@Suite(.timeLimit(.minutes(5)))
struct ChildProcessTests {
  private func shell(_ script: String, _ input: String = "") -> ChildProcess {
    ChildProcess(
      arguments: ["/bin/sh", "-c", script],
      environment: ["PATH": "/usr/bin:/bin", "WORD": "given"],
      input: input
    )
  }

  @Test func tellsHowItEnded() {
    #expect(shell("exit 0").run(within: 5_000, kills: true) == .exited(0))
    #expect(shell("exit 3").run(within: 5_000, kills: true) == .exited(3))
    let missing = ChildProcess(arguments: ["/nowhere/at-all"], environment: [:])
    #expect(missing.run(within: 5_000, kills: true) == .notStarted)
  }

  @Test func readsItsInputAndOnlyOurEnvironment() {
    let long = String(repeating: "日本", count: 50_000)
    let script = "[ \"$(wc -c)\" -eq 300000 ] && [ \"$WORD\" = given ] && [ -z \"$HOME\" ]"
    #expect(shell(script, long).run(within: 5_000, kills: true) == .exited(0))
  }

  @Test func hasNoneOfOurTerminals() {
    let script = "[ ! -t 0 ] && [ ! -t 1 ] && [ ! -t 2 ] && ! (: > /dev/tty) 2>/dev/null"
    #expect(shell(script).run(within: 5_000, kills: true) == .exited(0))
  }

  @Test func isEndedWhenItsTimeIsUp() {
    let start = ContinuousClock.now
    #expect(shell("exec sleep 60").run(within: 100, kills: true) == .late)
    #expect(ContinuousClock.now - start < .seconds(50))
  }

  @Test func doesNotBreakWhenNobodyReadsItsInput() {
    let long = String(repeating: "x", count: 500_000)
    #expect(shell("exit 0", long).run(within: 5_000, kills: true) == .exited(0))
  }
}
