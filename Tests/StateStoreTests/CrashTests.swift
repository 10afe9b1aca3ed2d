import Domain
import Foundation
import Testing

@testable import StateStore

/// Whatever step of a write fails, the file and its findings are the old ones or the new ones.
struct CrashTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    _ = try folder.store().record(.sample(["ASC 07": [.volume("a")]]))
    _ = try folder.store().record(.sample("1"), in: account, .aws)
  }

  @Test(arguments: 1...12)
  func aFailedStepLosesNothing(_ step: Int) throws {
    let before = try folder.store().load()
    let steps = Steps(failingAt: step)
    let result = Result {
      try folder.store(steps.files).record(.sample(["ASC 07": [.volume("b")]], minutes: 1))
    }
    let state = try folder.store().load()
    let found = try folder.store().savedFindings(of: account)
    #expect(found.notice == nil)
    #expect(state.accounts[account]?.attestations == [.sample("1")])
    if state == before {
      #expect(throws: StateError.self) { try result.get() }
      #expect(found.rows["ASC 07"]?.map(\.finding) == [.volume("a")])
    } else {
      #expect(found.rows["ASC 07"]?.map(\.finding) == [.volume("b")])
    }
    #expect(try !folder.names().contains { $0.hasSuffix(".new") })
  }

  @Test func aWriteHasTwelveStepsThatMayFail() throws {
    let steps = Steps(failingAt: nil)
    _ = try folder.store(steps.files).record(.sample(["ASC 07": [.volume("b")]], minutes: 1))
    #expect(steps.taken == 12)
  }

  @Test func whatACrashLeftIsCleanedUp() throws {
    try folder.write("half", to: "state.json.new")
    try folder.write("half", to: "state.json.\(account.digits)-3.findings.ndjson.new")
    try folder.write("unnamed", to: "state.json.\(account.digits)-9.findings.ndjson")
    try folder.write("another's", to: "state.json.bak.\(account.digits)-9.findings.ndjson")
    _ = try folder.store().record(.sample(["ASC 07": [.volume("b")]], minutes: 1))
    #expect(
      try folder.names() == [
        "state.json", "state.json.\(account.digits)-3.findings.ndjson",
        "state.json.bak.\(account.digits)-9.findings.ndjson", "state.json.lock",
        "state.json.turn",
      ]
    )
  }

  @Test func aFileThatChangesInSpiteOfTheLockIsReadAgain() throws {
    let intruder = Locked(1)
    var files = FileSystem.live
    files.open = { [folder] path, mode throws(FileSystem.Failure) in
      let isFirst = intruder.withLock { count in
        defer { count -= 1 }
        return count == 1
      }
      if isFirst { intrude(in: folder) }
      return try FileSystem.live.open(path, mode)
    }
    _ = try folder.store(files).record(.sample(["ASC 07": [.volume("b")]], minutes: 1))
    let record = try folder.store().load().accounts[account]
    #expect(record?.attestations.map(\.id) == ["1", "intruder"])
    #expect(record?.history.count == 2)
  }
}

/// Writes as a program would that knows nothing of the lock.
private func intrude(in folder: Folder) {
  do {
    var file = try StateFile(try folder.bytes(), path: folder.state)
    _ = try file.append([.attestation(.sample("intruder"))], in: account, .aws)
    try folder.write(String(decoding: file.tree.text, as: UTF8.self))
  } catch {
    Issue.record(error)
  }
}

/// A file system whose nth write step fails as a full disk does.
private final class Steps: Sendable {
  private let count = Locked(0)
  private let failing: Int?

  init(failingAt step: Int?) {
    failing = step
  }

  var taken: Int { count.withLock { $0 } }

  private func step() throws(FileSystem.Failure) {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if number == failing { throw FileSystem.Failure(code: ENOSPC) }
  }

  var files: FileSystem {
    let live = FileSystem.live
    var files = live
    files.lock = { path, mode throws(FileSystem.Failure) in
      try self.step()
      return try live.lock(path, mode)
    }
    files.create = { path, bytes, mode throws(FileSystem.Failure) in
      // Half of it is written before the disk is full.
      do throws(FileSystem.Failure) {
        try self.step()
      } catch {
        try live.create(path, Array(bytes.prefix(bytes.count / 2)), mode)
        throw error
      }
      try live.create(path, bytes, mode)
    }
    files.open = { path, mode throws(FileSystem.Failure) in
      try self.step()
      let file = try live.open(path, mode)
      return FileSystem.NewFile(
        write: { bytes throws(FileSystem.Failure) in
          // Half of it is written before the disk is full.
          do throws(FileSystem.Failure) {
            try self.step()
          } catch {
            try file.write(Array(bytes.prefix(bytes.count / 2)))
            throw error
          }
          try file.write(bytes)
        },
        sync: { () throws(FileSystem.Failure) in
          try self.step()
          try file.sync()
        }
      )
    }
    files.rename = { from, to throws(FileSystem.Failure) in
      try self.step()
      try live.rename(from, to)
    }
    files.syncFolder = { path throws(FileSystem.Failure) in
      try self.step()
      try live.syncFolder(path)
    }
    files.list = { path throws(FileSystem.Failure) in
      try self.step()
      return try live.list(path)
    }
    files.makeFolder = { path throws(FileSystem.Failure) in
      try self.step()
      try live.makeFolder(path)
    }
    return files
  }
}
