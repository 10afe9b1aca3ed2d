import Glibc
import TerminalUI

/// The editor of somebody's choice: `VISUAL`, else `EDITOR`, else `vi`.
struct Editor {
  /// More than anybody types, and little enough to hold.
  private static let limit = 1 << 20

  let environment: [String: String]

  var command: String {
    [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty } ?? "vi"
  }

  /// Edits a text in a file that only its owner can read, and that is gone afterwards.
  ///
  /// `lend` runs a program on the terminal and gives its exit code. The command may have arguments,
  /// which a shell takes apart, as git does.
  func edit(_ text: String, lend: ([String]) -> Int32) -> Edited {
    guard let file = TemporaryFile(in: environment, prefix: "ascheck-note-") else {
      return .failed(command: command, code: -1)
    }
    defer { unlink(file.path) }
    let isWritten = file.write(text.isEmpty ? "" : text + "\n")
    close(file.descriptor)
    guard isWritten else { return .failed(command: command, code: -1) }
    let code = lend(["/bin/sh", "-c", "\(command) \"$@\"", command, file.path])
    guard code == 0 else { return .failed(command: command, code: code) }
    return read(file.path)
  }

  /// By name: editors put another file in its place.
  private func read(_ path: String) -> Edited {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .unreadable(command: command) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    guard bytes.count <= Self.limit, let text = String(validating: bytes, as: UTF8.self) else {
      return .unreadable(command: command)
    }
    return .text(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}
