import Foundation

extension Process {
  private static let starting = NSLock()

  /// Runs with every signal let through, and one process at a time.
  ///
  /// Tests run on threads that block all signals, and a child begins with its parent thread's mask.
  /// `Process` notices an end by a socket, which a child started meanwhile would inherit and keep.
  package func start() throws {
    Self.starting.lock()
    defer { Self.starting.unlock() }
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}
