import Domain
import Glibc

/// Standard output, standard error, and whether people are at their other end.
struct Console: Sendable {
  let language: Language
  let isOutputTerminal: Bool
  let isErrorTerminal: Bool
  let isInputTerminal: Bool

  init(language: Language) {
    self.language = language
    isInputTerminal = isatty(STDIN_FILENO) == 1
    isOutputTerminal = isatty(STDOUT_FILENO) == 1
    isErrorTerminal = isatty(STDERR_FILENO) == 1
  }

  /// A full screen needs keys and a picture.
  var isInteractive: Bool { isInputTerminal && isOutputTerminal }

  /// The terminal's width, or 80 where the output goes elsewhere.
  var width: Int {
    var size = winsize()
    guard isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return 80 }
    return size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  func print(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
  }

  /// A part of a document that is written piece by piece.
  func write(_ bytes: [UInt8]) {
    write(bytes[...], to: STDOUT_FILENO)
  }

  func note(_ text: Text) {
    write(text[language] + "\n", to: STDERR_FILENO)
  }

  /// One line on standard error that the next one overwrites.
  func transient(_ line: String) {
    guard isErrorTerminal else { return }
    write("\r\u{1b}[K" + line, to: STDERR_FILENO)
  }

  /// The problem and what to do about it, each on a line of its own.
  func report(_ failure: Failure) {
    let labels = (error: Text(en: "error", ja: "エラー"), hint: Text(en: "hint", ja: "ヒント"))
    note(
      Text(
        en: "\(labels.error.en): \(failure.problem.en)",
        ja: "\(labels.error.ja): \(failure.problem.ja)"
      )
    )
    note(
      Text(en: "\(labels.hint.en): \(failure.hint.en)", ja: "\(labels.hint.ja): \(failure.hint.ja)")
    )
  }

  private func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8)[...], to: descriptor)
  }

  /// Writes everything.
  ///
  /// A reader that has gone away ends the writing, as in any pipe.
  private func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
    var bytes = bytes
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
