import Glibc

extension FileSystem {
  /// How often a lock is tried before giving up: with the pauses between, about ten seconds.
  private static let patience = 2_000

  /// Waits for the lock file beside `path` and returns what releases it; `nil` after the patience
  /// is used up.
  ///
  /// The lock is the kernel's, by `flock`, and not the lock file's mere existence: it ends with
  /// the process that holds it, so a killed program leaves nothing that blocks the next one. The
  /// file itself stays for ever, because removing it would let two programs lock two files of the
  /// same name. It holds for threads of one process as well, since each takes it on a descriptor
  /// of its own.
  ///
  /// Whoever wants it holds the turn meanwhile, another lock: a program that writes again and again
  /// must queue like everybody, and none waits for ever.
  func waitForLock(beside path: String, _ mode: mode_t) throws(Failure) -> (@Sendable () -> Void)? {
    guard let leave = try wait(for: "\(path).turn", mode) else { return nil }
    defer { leave() }
    return try wait(for: "\(path).lock", mode)
  }

  private func wait(
    for path: String,
    _ mode: mode_t
  ) throws(Failure) -> (@Sendable () -> Void)? {
    for _ in 0..<Self.patience {
      if let release = try lock(path, mode) { return release }
      pause()
    }
    return nil
  }
}
