import Domain
import Glibc
import TerminalUI

/// Asks on the terminal for the code that an MFA device shows, without showing what is typed.
///
/// It goes by `/dev/tty`, so that it works where input and output go elsewhere.
struct MFAPrompt: Sendable {
  private let terminal: HiddenInput
  private let language: Language

  /// `nil` where the process has no terminal, and so nobody to ask.
  init?(language: Language) {
    guard let terminal = HiddenInput() else { return nil }
    self.terminal = terminal
    self.language = language
  }

  /// The second answer stands, whatever it is: who reads it refuses all but a code.
  @Sendable func code(of serial: String, isAgain: Bool) async throws -> String {
    let serial = serial.sanitized
    let plain = Text(en: "MFA code for \(serial): ", ja: "MFA コード (\(serial)): ")
    let question =
      isAgain
      ? Text(
        en: "AWS refused that code. The next \(plain.en)",
        ja: "コードが拒否されました。次の\(plain.ja)"
      ) : plain
    let answer = try await terminal.line(after: question[language])
    if Self.isCode(answer) { return answer }
    let again = Text(
      en: "A code has six digits. \(question.en)",
      ja: "6 桁の数字を入力してください。\(question.ja)"
    )
    return try await terminal.line(after: again[language])
  }

  private static func isCode(_ text: String) -> Bool {
    let text = text.utf8.filter { $0 != UInt8(ascii: " ") }
    return text.count == 6 && text.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// The process's own terminal, read line by line without echo.
private final class HiddenInput: Sendable {
  private static let interrupt: UInt8 = 3
  private let descriptor: Int32

  init?() {
    descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit {
    close(descriptor)
  }

  /// Throws when the person types Ctrl-C or Ctrl-D instead.
  ///
  /// The terminal is as it was before, whatever happens: while it hides what is typed, Ctrl-C is a
  /// character that ends the line, and no signal.
  func line(after question: String) async throws -> String {
    var before = termios()
    guard tcgetattr(descriptor, &before) == 0 else { throw CancellationError() }
    var hidden = before
    hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
    withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VEOL)] = Self.interrupt }
    // What was typed before the question is no answer to it.
    tcsetattr(descriptor, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(descriptor, TCSAFLUSH, &before)
      put("\n")
    }
    put(question)
    try await waitForInput()
    return try readLine()
  }

  /// Sleeps in between, because a thread that waits in `read` is lost to everybody else.
  private func waitForInput() async throws {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 0) == 0 {
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  private func readLine() throws -> String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0, !bytes.prefix(count).contains(Self.interrupt) else {
      throw CancellationError()
    }
    let line = bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line, as: UTF8.self)
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
