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
    let wakes = contents.withLock { contents in
      contents.messages.append(message)
      defer { contents.isSignalled = true }
      return !contents.isSignalled
    }
    guard wakes else { return }
    var one: UInt64 = 1
    write(descriptor, &one, 8)
  }

  /// All messages in the order of their posting.
  func take() -> [Message] {
    var count: UInt64 = 0
    read(descriptor, &count, 8)
    return contents.withLock { contents in
      defer { contents = Contents() }
      return contents.messages
    }
  }
}
