import Glibc

extension SettingsFile {
  /// Writes a new file beside the old one, for its owner alone, and puts it in the old one's place.
  static func replace(_ path: String, _ text: String) throws(SettingsError) {
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = writeAll(text, to: descriptor) && fsync(descriptor) == 0
    let problem = failure(path)
    close(descriptor)
    if isWritten, rename(temporary, path) == 0 { return }
    let reason = isWritten ? failure(path) : problem
    unlink(temporary)
    throw reason
  }

  private static func writeAll(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func failure(_ path: String) -> SettingsError {
    .fileUnwritable(path: path, reason: String(cString: strerror(errno)))
  }
}
