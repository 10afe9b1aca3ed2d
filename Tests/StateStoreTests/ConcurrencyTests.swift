import Domain
import Foundation
import Testing

@testable import StateStore

struct ConcurrencyTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test func twoThreadsLoseNothing() async throws {
    let path = folder.state
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in ["left", "right"] {
        group.addTask { try write(50, as: writer, to: path) }
      }
      try await group.waitForAll()
    }
    try expectEverything(of: ["left", "right"], 50)
  }

  /// A thousand times each with `ASCHECK_TEST_WRITES=1000`, which takes minutes unoptimized.
  private static let writes =
    ProcessInfo.processInfo.environment["ASCHECK_TEST_WRITES"].flatMap { Int($0) } ?? 200

  @Test func twoProgramsLoseNothing() async {
    let (path, count) = (folder.state, Self.writes)
    async let left = #expect(processExitsWith: .success) {
      [path = path as String, count = count as Int] in
      try write(count, as: "left", to: path)
    }
    async let right = #expect(processExitsWith: .success) {
      [path = path as String, count = count as Int] in
      try write(count, as: "right", to: path)
    }
    _ = await (left, right)
    #expect(throws: Never.self) { try expectEverything(of: ["left", "right"], count) }
  }

  @Test func aLockOfAProgramThatDiedIsNoLock() async throws {
    let path = folder.state
    await #expect(processExitsWith: .failure) { [path = path as String] in
      _ = try FileSystem.live.lock("\(path).lock", 0o600)
      exit(1)
    }
    #expect(try folder.store().record(.sample("1"), in: account, .aws).revision == 1)
  }

  @Test func aLockThatIsHeldTooLongIsSaid() throws {
    let release = try FileSystem.live.lock("\(folder.state).lock", 0o600)
    var files = FileSystem.live
    files.pause = {}
    #expect(throws: StateError.locked(path: folder.state)) {
      try folder.store(files).record(.sample("1"), in: account, .aws)
    }
    release?()
    #expect(try folder.store(files).record(.sample("1"), in: account, .aws).revision == 1)
  }

  @Test func readersNeverMeetAHalfWrittenFile() async throws {
    let path = folder.state
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try scan(50, path) }
      group.addTask {
        for _ in 0..<50 {
          let found = try StateStore(path: path, reason: Reason.init(unknownCode:))
            .savedFindings(of: account)
          #expect(found.notice == nil)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func aReaderFollowsAWriterThatOvertakesIt() throws {
    _ = try folder.store().record(.sample(["ASC 07": [.volume("old")]]))
    let overtakings = Locked(1)
    var files = FileSystem.live
    files.read = { [folder] path throws(FileSystem.Failure) in
      let isOvertaken =
        path.hasSuffix(".ndjson")
        && overtakings.withLock { count in
          defer { count -= 1 }
          return count > 0
        }
      if isOvertaken {
        #expect(throws: Never.self) {
          try folder.store().record(.sample(["ASC 07": [.volume("new")]], minutes: 1))
        }
      }
      return try FileSystem.live.read(path)
    }
    let found = try folder.store(files).savedFindings(of: account)
    #expect(found.notice == nil)
    #expect(found.rows["ASC 07"]?.map(\.finding) == [.volume("new")])
  }

  private func expectEverything(of writers: [String], _ count: Int) throws {
    let state = try folder.store().load()
    let ids = state.accounts[account]?.attestations.map(\.id) ?? []
    #expect(Set(ids) == Set(writers.flatMap { writer in (0..<count).map { "\(writer)\($0)" } }))
    #expect(ids.count == writers.count * count)
    let log = try #require(state.accounts[account]?.log)
    #expect(log.attestations(of: "ASC 09").count == writers.count * count * 9 / 10)
    #expect(log.suppressions.count == writers.count * count / 10)
    #expect(state.revision == writers.count * count)
    #expect(try folder.store().verify()[account]?.faults == [])
  }
}

/// Attestations; every tenth is withdrawn, and beside every tenth an exception is made.
private func write(_ count: Int, as writer: String, to path: String) throws {
  let store = StateStore(path: path, reason: Reason.init(unknownCode:))
  for number in 0..<count {
    let id = "\(writer)\(number)"
    var entries: [LogEntry] = [.attestation(.sample(id))]
    if number % 10 == 0 { entries.append(.withdrawal(.sample("\(id)w", of: id))) }
    if number % 10 == 5 { entries.append(.exception(.sample("\(id)e", .pattern(.sample)))) }
    _ = try store.record(entries, in: account, .aws)
  }
}

private func scan(_ count: Int, _ path: String) throws {
  let store = StateStore(path: path, reason: Reason.init(unknownCode:))
  for minute in 0..<count {
    _ = try store.record(.sample(["ASC 07": [.volume("\(minute)")]], minutes: Double(minute)))
  }
}
