import Glibc
import TerminalUI

/// Running an application on the terminal.
package enum CursesTerminal {
  /// Takes the controlling terminal, runs the application until it has finished, and gives it back.
  ///
  /// The application lives on a thread of its own, on which every call to it is made. It is built
  /// there, once the terminal is known, and returned as it was at its end, with the signal that
  /// ended it, if one did.
  package static func run<Program: Application & Sendable>(
    _ options: TerminalOptions,
    inbox: Inbox<Program.Message>,
    building build: @escaping @Sendable (TerminalFeatures) -> Program
  ) async throws(TerminalError) -> (program: Program, signal: Int32?) {
    let result = await withCheckedContinuation { continuation in
      startThread { failure in
        continuation.resume(returning: failure.map { .failure(.system($0)) } ?? runHere())
      }
    }
    return try result.get()

    @Sendable func runHere() -> Result<(program: Program, signal: Int32?), TerminalError> {
      Result { () throws(TerminalError) in
        let terminal = try Terminal(options)
        defer { terminal.close() }
        var loop = EventLoop(build(terminal.features), on: terminal, inbox: inbox)
        loop.run()
        return (loop.program, loop.signal)
      }
    }
  }
}

/// Runs a function on a new thread; when there can be none, at once with the `errno`.
func startThread(_ body: @escaping @Sendable (Int32?) -> Void) {
  final class Box {
    let body: @Sendable (Int32?) -> Void

    init(_ body: @escaping @Sendable (Int32?) -> Void) {
      self.body = body
    }
  }
  let box = Unmanaged.passRetained(Box(body))
  var thread = pthread_t()
  let failure = pthread_create(
    &thread,
    nil,
    { pointer in
      if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body(nil) }
      return nil
    },
    box.toOpaque()
  )
  guard failure == 0 else { return box.takeRetainedValue().body(failure) }
  pthread_detach(thread)
}
