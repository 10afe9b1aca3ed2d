import CTerminal
import Domain
import Glibc

/// Where other threads leave messages for the screen's.
///
/// Posting wakes the event loop through a descriptor that it polls, at most once between two
/// drains, so that a fast scan costs a lock and no system call.
package final class Inbox<Message: Sendable>: Sendable {
  private struct Contents {
    var messages: [Message] = []
    var bytes: [UInt8] = []
    var isSignalled = false
  }

  /// Can be read while messages wait.
  let descriptor: Int32
  private let contents = Locked(Contents())

  package init() throws(TerminalError) {
    descriptor = terminal_event_descriptor()
    if descriptor < 0 { throw .system(errno) }
  }

  deinit {
    close(descriptor)
  }

  package func post(_ message: Message) {
    change { $0.messages.append(message) }
  }

  /// Leaves bytes for the terminal that are no part of the screen; they go out between two frames.
  package func send(_ bytes: [UInt8]) {
    change { $0.bytes += bytes }
  }

  private func change(_ change: (inout Contents) -> Void) {
    let wakes = contents.withLock { contents in
      change(&contents)
      defer { contents.isSignalled = true }
      return !contents.isSignalled
    }
    guard wakes else { return }
    var one: UInt64 = 1
    write(descriptor, &one, 8)
  }

  /// All messages and all bytes, each in the order they came.
  func take() -> (messages: [Message], bytes: [UInt8]) {
    var count: UInt64 = 0
    read(descriptor, &count, 8)
    return contents.withLock { contents in
      defer { contents = Contents() }
      return (contents.messages, contents.bytes)
    }
  }
}
