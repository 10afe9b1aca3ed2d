import Foundation
import Testing

/// A private tmux with one pane of a fixed size, to type into and to read.
final class Tmux {
  private let socket = "ascheck-test-\(UUID().uuidString.prefix(8))"
  private let environment: [String: String]

  init(
    _ size: (columns: Int, rows: Int),
    environment: [String: String],
    _ command: String...
  ) throws {
    self.environment = environment.merging(["LC_ALL": "C.UTF-8"]) { own, _ in own }
    let variables = self.environment.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-s", "pane"]
        + ["-x", "\(size.columns)", "-y", "\(size.rows)"] + variables + ["--"] + command
    )
  }

  deinit {
    _ = try? tmux(["kill-server"])
  }

  /// Keys by tmux's names, such as `Enter`, `C-s`, `j`.
  func press(_ keys: String...) throws {
    for key in keys { try tmux(["send-keys", "-t", "pane", key]) }
  }

  func type(_ text: String) throws {
    try tmux(["send-keys", "-t", "pane", "-l", text])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-t", "pane", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What was copied last.
  func buffer() throws -> String {
    try tmux(["show-buffer"])
  }

  func screen() throws -> String {
    try tmux(["capture-pane", "-p", "-t", "pane"])
  }

  /// Waits until the screen shows what is expected, and returns it.
  @discardableResult
  func waitFor(
    _ text: String,
    within limit: TimeInterval = 20,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    try waitUntil("shows \(text)", within: limit, location) { $0.contains(text) }
  }

  @discardableResult
  func waitUntil(
    _ what: String,
    within limit: TimeInterval = 20,
    _ location: SourceLocation = #_sourceLocation,
    _ condition: (String) -> Bool
  ) throws -> String {
    let start = Date()
    var last = ""
    while Date().timeIntervalSince(start) < limit {
      last = try screen()
      if condition(last) { return last }
      usleep(30_000)
    }
    Issue.record("the screen never \(what); it is:\n\(last)", sourceLocation: location)
    return last
  }

  /// A server that keeps the descriptor by which Foundation waits for its first client would make
  /// that client seem to run for ever.
  private static let script = """
    for number in {3..99}; do eval "exec $number>&-"; done; exec tmux "$@"
    """

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let outcome = try Command(
      program: "/bin/bash",
      arguments: ["-c", Self.script, "tmux", "-u", "-L", socket] + arguments,
      environment: ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"]
    ).run()
    guard outcome.code == 0 else { throw TmuxRefused(reason: outcome.errors) }
    return outcome.output
  }
}

struct TmuxRefused: Error {
  let reason: String
}
