import Domain
import Foundation
import Glibc
import Testing

@testable import StateStore

struct FileWatchTests {
  @Test func tellsWhenTheFileIsReplacedAndNothingElse() async throws {
    let folder = try Folder()
    let changes = Locked(0)
    let watch = FileWatch(folder.state) { changes.withLock { $0 += 1 } }
    #expect(watch != nil)
    for name in ["other.json", "state.json.tmp", "state.json"] {
      try Data("{}".utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
    }
    await wait { changes.withLock { $0 } == 1 }
    #expect(rename(folder.state + ".tmp", folder.state) == 0)
    await wait { changes.withLock { $0 } == 2 }
    #expect(changes.withLock { $0 } == 2)
  }

  @Test func tellsOfWhatTheStoreWrites() async throws {
    let folder = try Folder()
    let store = folder.store()
    let changes = Locked(0)
    #expect(store.watch { changes.withLock { $0 += 1 } })
    _ = try store.choose("123456789012")
    await wait { changes.withLock { $0 } > 0 }
    #expect(changes.withLock { $0 } == 1)
  }

  @Test func cannotWatchAFolderThatIsNotThere() {
    #expect(FileWatch("/nowhere/at/all/state.json") {} == nil)
  }

  @Test func readsTheKernelsLayout() {
    var bytes: [UInt8] = [1, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0]
    bytes += Array("a.json".utf8) + [0, 0]
    bytes += [1, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let events = InotifyEvents(bytes[...])
    #expect(events.names == ["a.json", ""])
    #expect(events.isLast)
    #expect(InotifyEvents([1, 2, 3]).names.isEmpty)
  }

  private func wait(until isDone: () -> Bool) async {
    for _ in 0..<1_000 where !isDone() { try? await Task.sleep(for: .milliseconds(5)) }
  }
}
