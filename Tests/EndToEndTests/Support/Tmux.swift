import Foundation
import TestSupport
import Testing

/// A private tmux with one pane of a fixed size, to type into and to read.
final class Tmux {
  private let socket = "ascheck-test-\(UUID().uuidString.prefix(8))"

  /// In the foreground: a daemon would keep what `Process` waits for.
  private let server = Process()

  init(
    _ size: (columns: Int, rows: Int),
    environment: [String: String],
    _ command: String...
  ) async throws {
    server.executableURL = URL(fileURLWithPath: Self.program)
    server.arguments = ["-D", "-u", "-f", "/dev/null", "-L", socket]
    server.environment = Self.environment.merging(environment) { $1 }
    server.standardInput = FileHandle.nullDevice
    server.standardOutput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.start()
    try await waitForServer()
    try await tmux(
      ["new-session", "-d", "-s", "pane", "-x", "\(size.columns)", "-y", "\(size.rows)", "--"]
        + command
    )
  }

  deinit {
    server.terminate()
    server.waitUntilExit()
  }

  private func waitForServer() async throws {
    for _ in 0..<500 {
      if try await command(["start-server"]).code == 0 { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw TmuxRefused(reason: "the server does not start")
  }

  /// Keys by tmux's names, such as `Enter`, `C-s`, `j`.
  func press(_ keys: String...) async throws {
    for key in keys { try await tmux(["send-keys", "-t", "pane", key]) }
  }

  func type(_ text: String) async throws {
    try await tmux(["send-keys", "-t", "pane", "-l", text])
  }

  /// As a terminal pastes: in brackets where the program asked for them.
  func paste(_ text: String) async throws {
    try await tmux(["set-buffer", "-b", "text", text])
    try await tmux(["paste-buffer", "-p", "-r", "-b", "text", "-t", "pane"])
  }

  /// What was copied last.
  func buffer() async throws -> String {
    try await tmux(["show-buffer"])
  }

  func resize(columns: Int, rows: Int) async throws {
    try await tmux(["resize-window", "-t", "pane", "-x", "\(columns)", "-y", "\(rows)"])
  }

  func screen() async throws -> String {
    try await tmux(["capture-pane", "-p", "-t", "pane"])
  }

  /// Waits until the screen shows what is expected, and returns it.
  @discardableResult
  func waitFor(
    _ text: String,
    within limit: TimeInterval = 60,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> String {
    try await waitUntil("shows \(text)", within: limit, location) { $0.contains(text) }
  }

  @discardableResult
  func waitUntil(
    _ what: String,
    within limit: TimeInterval = 60,
    _ location: SourceLocation = #_sourceLocation,
    _ condition: (String) -> Bool
  ) async throws -> String {
    let start = Date()
    var last = ""
    while Date().timeIntervalSince(start) < limit {
      last = try await screen()
      if condition(last) { return try await settled(last, condition) }
      try await Task.sleep(for: .milliseconds(30))
    }
    Issue.record("the screen never \(what); it is:\n\(last)", sourceLocation: location)
    return last
  }

  /// The screen once it stands still: it may have been looked at while it was being drawn.
  private func settled(_ screen: String, _ condition: (String) -> Bool) async throws -> String {
    var last = screen
    for _ in 0..<10 {
      try await Task.sleep(for: .milliseconds(30))
      let next = try await self.screen()
      guard condition(next), next != last else { break }
      last = next
    }
    return last
  }

  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    let outcome = try await command(arguments)
    guard outcome.code == 0 else { throw TmuxRefused(reason: outcome.errors) }
    return outcome.output
  }

  private func command(_ arguments: [String]) async throws -> Command.Outcome {
    try await Command(
      program: Self.program,
      arguments: ["-N", "-u", "-L", socket] + arguments,
      environment: Self.environment,
      limit: 20
    ).run()
  }

  private static let program = "/usr/bin/tmux"
  private static let environment = [
    "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "TERM": "xterm-256color",
  ]
}

struct TmuxRefused: Error {
  let reason: String
}
