import Glibc

/// Copying from a program in a terminal, here or at the far end of a connection.
///
/// Inside tmux the text goes to its buffer, and `-w` (3.2 and later) makes tmux hand it to the
/// terminal outside. Over SSH the terminal at the other end is asked by OSC 52: the tools of a
/// desktop would fill a clipboard that nobody sees. Else such a tool is used where there is a
/// display, and OSC 52 where there is none.
package struct Clipboard: Sendable {
  package enum Way: Equatable, Sendable {
    case tmux
    case terminal
    case tool(String)
    case file(String)
  }

  /// What terminals take at most, counted in base64.
  static let longestSequence = 75_000
  private static let patience = 2_000

  private let environment: [String: String]
  private let send: @Sendable ([UInt8]) -> Void

  /// `send` hands bytes to the terminal that are no part of the screen.
  package init(environment: [String: String], send: @escaping @Sendable ([UInt8]) -> Void) {
    self.environment = environment
    self.send = send
  }

  /// Tells which way the text went; `nil` when it went nowhere.
  package func copy(_ text: String) -> Way? {
    for route in routes {
      switch route {
      case .tmux where !isTooLong(text):
        let load = ["tmux", "load-buffer", "-w", "-"]
        if run(load, text) { return .tmux }
      case .tool(let arguments):
        if run(arguments, text) { return .tool(arguments[0]) }
      case .terminal where !isTooLong(text):
        send(Self.sequence(for: text))
        return .terminal
      case .tmux, .terminal: continue
      }
    }
    return file(text)
  }

  // MARK: Where to

  enum Route: Equatable {
    case tmux
    case terminal
    case tool([String])
  }

  /// In the order they are tried.
  var routes: [Route] {
    var routes: [Route] = has("TMUX") ? [.tmux] : []
    if !has("SSH_TTY"), !has("SSH_CONNECTION") {
      if has("WAYLAND_DISPLAY") { routes.append(.tool(["wl-copy"])) }
      if has("DISPLAY") {
        routes.append(.tool(["xclip", "-selection", "clipboard"]))
        routes.append(.tool(["xsel", "--clipboard", "--input"]))
      }
    }
    return routes + [.terminal]
  }

  private func has(_ name: String) -> Bool {
    environment[name].map { !$0.isEmpty } ?? false
  }

  private func isTooLong(_ text: String) -> Bool {
    (text.utf8.count + 2) / 3 * 4 > Self.longestSequence
  }

  private func run(_ arguments: [String], _ text: String) -> Bool {
    ChildProcess(arguments: arguments, environment: environment, input: text)
      .run(within: Self.patience, kills: true) == .exited(0)
  }

  private func file(_ text: String) -> Way? {
    guard let file = TemporaryFile(in: environment, prefix: "ascheck-copy-") else { return nil }
    defer { close(file.descriptor) }
    return file.write(text) ? .file(file.path) : nil
  }

  /// OSC 52: `c` is the clipboard.
  static func sequence(for text: String) -> [UInt8] {
    Array("\u{1B}]52;c;\(base64(Array(text.utf8)))\u{07}".utf8)
  }

  /// RFC 4648.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for place in 0..<4 {
        let digit = digits[Int(bits >> (18 - 6 * UInt32(place)) & 0x3F)]
        text.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
