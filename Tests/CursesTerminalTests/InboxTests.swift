import Glibc
import Testing

@testable import CursesTerminal

struct InboxTests {
  @Test func keepsTheOrder() throws {
    let inbox = try Inbox<Int>()
    for number in 1...3 { inbox.post(number) }
    #expect(inbox.take().messages == [1, 2, 3])
    #expect(inbox.take().messages == [])
  }

  @Test func canBeReadWhileMessagesWait() throws {
    let inbox = try Inbox<Int>()
    #expect(!isReady(inbox))
    inbox.post(1)
    inbox.post(2)
    #expect(isReady(inbox))
    _ = inbox.take()
    #expect(!isReady(inbox))
    inbox.post(3)
    #expect(isReady(inbox))
  }

  @Test func losesNothingFromManyThreads() async throws {
    let inbox = try Inbox<Int>()
    await withTaskGroup { group in
      for start in 0..<4 {
        group.addTask { for number in 0..<1_000 { inbox.post(start * 1_000 + number) } }
      }
    }
    #expect(inbox.take().messages.sorted() == Array(0..<4_000))
  }

  private func isReady(_ inbox: Inbox<Int>) -> Bool {
    var waiting = pollfd(fd: inbox.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) == 1
  }
}
