import Domain
import Foundation
import Testing

@testable import CursesTerminal

@Suite(.timeLimit(.minutes(5)))
struct ClipboardTests {
  private func routes(_ environment: [String: String]) -> [Clipboard.Route] {
    Clipboard(environment: environment) { _ in }.routes
  }

  @Test func goesWhereSomebodyCanPasteIt() {
    let (wayland, xclip) = (["wl-copy"], ["xclip", "-selection", "clipboard"])
    let xsel = ["xsel", "--clipboard", "--input"]
    #expect(routes([:]) == [.terminal])
    #expect(routes(["DISPLAY": ":0"]) == [.tool(xclip), .tool(xsel), .terminal])
    #expect(routes(["WAYLAND_DISPLAY": "w"]) == [.tool(wayland), .terminal])
    #expect(routes(["DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"]) == [.terminal])
    #expect(routes(["TMUX": "s", "SSH_CONNECTION": "1"]) == [.tmux, .terminal])
    #expect(routes(["TMUX": "", "DISPLAY": ""]) == [.terminal])
  }

  @Test(arguments: ["", "a", "ab", "abc", "日本語\n", String(repeating: "x\u{7F}", count: 99)])
  func writesBase64(text: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
  }

  @Test func asksTheTerminal() {
    let sent = Locked<[UInt8]>([])
    let clipboard = Clipboard(environment: ["SSH_TTY": "x"]) { bytes in
      sent.withLock { $0 += bytes }
    }
    #expect(clipboard.copy("vol-1") == .terminal)
    #expect(sent.withLock { $0 } == Array("\u{1B}]52;c;dm9sLTE=\u{07}".utf8))
  }

  @Test func writesAFileWhenItIsTooLongForATerminal() throws {
    let clipboard = Clipboard(environment: [:]) { _ in Issue.record("sent") }
    let text = String(repeating: "x", count: 56_300)
    guard case .file(let path)? = clipboard.copy(text) else {
      Issue.record("no file")
      return
    }
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func goesOnWhereTmuxDoesNotAnswer() {
    let sent = Locked(0)
    let clipboard = Clipboard(environment: ["TMUX": "/nowhere,1,0", "PATH": "/usr/bin:/bin"]) {
      bytes in sent.withLock { $0 += bytes.count }
    }
    #expect(clipboard.copy("a") == .terminal)
    #expect(sent.withLock { $0 } > 0)
  }

  @Test func fillsTheBufferOfTmux() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let socket = folder.appendingPathComponent("tmux").path
    let saved = folder.appendingPathComponent("buffer").path
    defer {
      _ = tmux(socket, "kill-server")
      try? FileManager.default.removeItem(at: folder)
    }
    #expect(tmux(socket, "-f", "/dev/null", "new-session", "-d", "--", "sleep", "30"))
    let environment = ["TMUX": "\(socket),0,0", "PATH": "/usr/bin:/bin"]
    let clipboard = Clipboard(environment: environment) { _ in Issue.record("sent") }
    #expect(clipboard.copy("vol-1 日本\nvol-2") == .tmux)
    #expect(tmux(socket, "save-buffer", saved))
    #expect(try String(contentsOfFile: saved, encoding: .utf8) == "vol-1 日本\nvol-2")
  }

  private func tmux(_ socket: String, _ arguments: String...) -> Bool {
    ChildProcess(
      arguments: ["tmux", "-u", "-S", socket] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"]
    ).run(within: 10_000, kills: true) == .exited(0)
  }
}
