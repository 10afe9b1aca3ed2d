import Foundation

extension Process {
  /// Runs with every signal let through.
  ///
  /// Tests run on threads that block all of them, and a child begins with its parent thread's mask.
  func start() throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}
