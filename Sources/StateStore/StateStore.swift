import Domain
import FoundationEssentials

/// Keeps what must outlive a run: a small, precious `state.json`, and beside it one findings file
/// for each account, which any scan can make again.
///
/// Several programs may use one file at once. A reader takes no lock: files are only ever replaced
/// whole. A writer locks, reads the file again, changes what it read, and writes:
///
/// 1. the findings, under a name that no state refers to yet;
/// 2. `state.json`, which now names them with their SHA-256;
/// 3. then the findings files that nobody names any more are removed.
///
/// Whatever step a crash falls on, `state.json` is whole and names a whole findings file. A file
/// that is damaged, newer or not ours stops the writer before it writes anything.
package struct StateStore: Sendable {
  package let path: String
  /// Turns a stored reason code into a reason.
  let reason: @Sendable (String) -> Reason
  let files: FileSystem
  /// Given to every account that is read.
  private let staleness: Staleness

  package init(
    path: String,
    reason: @escaping @Sendable (String) -> Reason,
    staleness: Staleness = .warn
  ) {
    self.init(path: path, reason: reason, staleness: staleness, files: .live)
  }

  init(
    path: String,
    reason: @escaping @Sendable (String) -> Reason,
    staleness: Staleness = .warn,
    files: FileSystem
  ) {
    self.path = path
    self.reason = reason
    self.staleness = staleness
    self.files = files
  }

  /// The newest version of the state file that this program reads, and the one it writes.
  package static var formatVersion: Int { StateFormat.current.version }

  /// The saved state; an empty one when there is no file yet.
  package func load() throws(StateError) -> State {
    set(try read().state)
  }

  /// As somebody's settings have it.
  func set(_ state: State) -> State {
    guard staleness != .warn else { return state }
    var state = state
    for account in state.accounts.keys { state.accounts[account]?.staleness = staleness }
    return state
  }

  /// The findings of an account's last scans, row by row.
  ///
  /// A lost or foreign findings file counts as none; `savedFindings` also says so.
  package func findings(of account: AccountID) throws(StateError) -> [CheckID: [FindingRecord]] {
    try savedFindings(of: account).rows
  }

  /// The findings of an account's last scans, or of one row alone, which is quicker to have.
  package func savedFindings(
    of account: AccountID,
    row: CheckID? = nil
  ) throws(StateError) -> SavedFindings {
    var file = try read()
    while let reference = file.findings[account] {
      do throws(FindingsFile.Fault) {
        let found = try findingsFile(reference, of: account)
        let rows = try found.records(of: row.map { [$0] } ?? found.rows, reason: reason)
        let lost = file.state.accounts[account]?.rows(missingIn: found) ?? []
        return SavedFindings(rows: rows, notice: lost.isEmpty ? nil : .lost(lost))
      } catch {
        // A writer may have put another file in its place since the state was read.
        file = try read()
        if file.findings[account] == reference {
          return SavedFindings(notice: error.notice(Path.sibling(reference.file, of: path)))
        }
      }
    }
    return SavedFindings()
  }

  /// What each row's findings were and are, as far as they are remembered.
  ///
  /// A lost findings file remembers nothing.
  package func memories(of account: AccountID) throws(StateError) -> [CheckID: RowMemory] {
    var file = try read()
    while let reference = file.findings[account] {
      do throws(FindingsFile.Fault) {
        let found = try findingsFile(reference, of: account)
        let record = file.state.accounts[account]
        let memories = try found.memories(of: found.rows, reason: reason)
        return Dictionary(
          uniqueKeysWithValues: memories.map { ($0, $1.withRuns(from: record, $0)) }
        )
      } catch {
        // A writer may have put another file in its place since the state was read.
        file = try read()
        if file.findings[account] == reference { return [:] }
      }
    }
    return [:]
  }

  /// Puts a scan's rows in place of older ones, keeps when each finding was first seen, and
  /// appends to the history.
  package func record(_ result: ScanResult) throws(StateError) -> State {
    try StateWriter(self).record(result)
  }

  /// The same for scans of several accounts, each at most once, in one write.
  package func record(_ results: [ScanResult]) throws(StateError) -> State {
    try StateWriter(self).record(results)
  }

  /// Appends what people decided, all of it or nothing.
  ///
  /// An entry whose id is already there changes nothing. Throws `refused` for what must not be
  /// written, such as an answer without a reviewer.
  package func record(
    _ entries: [LogEntry],
    in account: AccountID,
    _ partition: Partition
  ) throws(StateError) -> State {
    try StateWriter(self).record(entries, in: account, partition)
  }

  package func record(
    _ entry: LogEntry,
    in account: AccountID,
    _ partition: Partition
  ) throws(StateError) -> State {
    try record([entry], in: account, partition)
  }

  package func record(
    _ attestation: Attestation,
    in account: AccountID,
    _ partition: Partition
  ) throws(StateError) -> State {
    try record([.attestation(attestation)], in: account, partition)
  }

  /// Whether each account's log is as it was written.
  package func verify() throws(StateError) -> [AccountID: LogVerification] {
    try read().verifications
  }

  /// Tells from now on, on another thread, whenever the state file is replaced.
  ///
  /// False when it cannot be watched, as before the first write makes its folder.
  package func watch(_ onChange: @escaping @Sendable () -> Void) -> Bool {
    do throws(FileSystem.Failure) {
      return FileWatch(try files.target(of: path), onChange: onChange) != nil
    } catch {
      // Where links go round in a circle there is no file; reading says so.
      return false
    }
  }

  /// Remembers which account to open with.
  package func choose(_ account: AccountID) throws(StateError) -> State {
    try StateWriter(self).update { file in file.choose(account) }
  }
}

extension StateStore {
  func read() throws(StateError) -> StateFile {
    guard let bytes = try readBytes(path) else { return StateFile() }
    return try StateFile(bytes, path: path)
  }

  func readBytes(_ path: String) throws(StateError) -> [UInt8]? {
    do throws(FileSystem.Failure) {
      return try files.read(path)
    } catch {
      throw .unreadable(path: path, detail: error.words)
    }
  }

  /// The findings file that the state names, in the state file's own folder.
  func findingsFile(
    _ reference: FindingsReference,
    of account: AccountID
  ) throws(FindingsFile.Fault) -> FindingsFile {
    let bytes: [UInt8]?
    do throws(FileSystem.Failure) {
      bytes = try files.read(Path.sibling(reference.file, of: try files.target(of: path)))
    } catch {
      throw .unreadable(error.words)
    }
    guard let bytes else { throw .missing }
    return try FindingsFile(bytes, of: account, digest: reference.digest)
  }
}

/// The content of `state.json`.
package struct State: Hashable, Sendable {
  package var accounts: [AccountID: AccountRecord] = [:]
  /// The account that was scanned or chosen last, to open with.
  package var currentAccount: AccountID?
  /// Counts the writes, so that an open program sees another's.
  package var revision = 0

  package init() {}
}
