import Domain
import Glibc

/// Carries out changes of the state file, one at a time among all programs.
struct StateWriter {
  private let store: StateStore
  private var files: FileSystem { store.files }

  init(_ store: StateStore) {
    self.store = store
  }

  func record(_ result: ScanResult) throws(StateError) -> State {
    try update { file, place throws(StateError) in
      if try record(result, in: &file, place) { file.choose(result.account) }
    }
  }

  /// The account to open with stays, unless there is none yet.
  func record(_ results: [ScanResult]) throws(StateError) -> State {
    try update { file, place throws(StateError) in
      for result in results { _ = try record(result, in: &file, place) }
      if file.state.currentAccount == nil, let first = results.first { file.choose(first.account) }
    }
  }

  /// False where a part of a row was looked at that is no longer there.
  ///
  /// A scan of manual rows alone finds nothing: it is no scan of the history.
  private func record(
    _ result: ScanResult,
    in file: inout StateFile,
    _ place: Place
  ) throws(StateError) -> Bool {
    guard !result.rows.isEmpty || result.evidence.isEmpty else {
      file.record(result.evidence, of: result)
      return true
    }
    let name = Self.findingsName(place, result.account, revision: file.state.revision + 1)
    let draft = { FileDraft(Path.sibling(name, of: place.path), place.mode, in: files) }
    guard var merge = merge(result, into: file, draft) else { return false }
    let digest = try writing { () throws(FileSystem.Failure) in try merge.finish() }
    let reference = FindingsReference(file: name, digest: digest, count: merge.count)
    file.record(result, merge.rows, findings: reference)
    return true
  }

  func record(
    _ entries: [LogEntry],
    in account: AccountID,
    _ partition: Partition
  ) throws(StateError) -> State {
    try update { file throws(StateError) in
      let log = try file.append(entries, in: account, partition)
      let rows = (file.state.accounts[account]?.rows.keys).map(Set.init) ?? []
      let touched = rows.filter { row in entries.contains { log.excepts($0, in: row) } }
      let records = findings(of: touched, file.findings[account], account)
      file.except(records, by: log.openSuppressions, in: account)
    }
  }

  func update(
    _ change: (inout StateFile) throws(StateError) -> Void
  ) throws(StateError) -> State {
    try update { file, _ throws(StateError) in try change(&file) }
  }
}

extension StateWriter {
  /// Where the state is kept once links are followed, and with which permissions.
  fileprivate struct Place {
    let path: String
    let mode: mode_t
  }

  /// Locks, reads, changes, writes.
  private func update(
    _ change: (inout StateFile, Place) throws(StateError) -> Void
  ) throws(StateError) -> State {
    let place = try place()
    let release = try lock(place)
    defer { release() }
    for _ in 0..<Self.attempts {
      let before = try store.readBytes(place.path)
      var file =
        try before.map { bytes throws(StateError) in
          try StateFile(bytes, path: store.path)
        } ?? StateFile()
      if let state = try replace(&file, before, place, change) { return store.set(state) }
    }
    throw .locked(path: store.path)
  }

  /// How often a file that changes in spite of the lock is read again before giving up.
  private static let attempts = 3

  /// Changes and writes the file; `nil` when another wrote it meanwhile without asking for the
  /// lock, as a synchronised folder's program does.
  private func replace(
    _ file: inout StateFile,
    _ before: [UInt8]?,
    _ place: Place,
    _ change: (inout StateFile, Place) throws(StateError) -> Void
  ) throws(StateError) -> State? {
    let tree = file.tree
    try change(&file, place)
    if file.tree == tree { return file.state }
    file.raiseRevision()
    let text = file.tree.text
    // A large tree goes before it is made again.
    file.tree = .null
    // Nothing is written that could not be read again.
    let written = try StateFile(text, path: store.path)
    guard try store.readBytes(place.path) == before else { return nil }
    try write(text, to: place.path, place.mode)
    discardFindings(notNamedIn: written, place)
    return written.state
  }

  private func place() throws(StateError) -> Place {
    try writing { () throws(FileSystem.Failure) in
      let path = try files.target(of: store.path)
      try files.makeFolder(Path.folder(of: path))
      // A group may be let in on purpose; everybody else never is.
      let mode = (try files.mode(path) ?? 0) & 0o660 | 0o600
      return Place(path: path, mode: mode)
    }
  }

  private func lock(_ place: Place) throws(StateError) -> @Sendable () -> Void {
    let release = try writing { () throws(FileSystem.Failure) in
      try files.waitForLock(beside: place.path, place.mode)
    }
    guard let release else { throw .locked(path: store.path) }
    return release
  }

  private func write(_ bytes: [UInt8], to path: String, _ mode: mode_t) throws(StateError) {
    try writing { () throws(FileSystem.Failure) in try files.replace(path, with: bytes, mode) }
  }

  private func writing<Value>(
    _ work: () throws(FileSystem.Failure) -> Value
  ) throws(StateError) -> Value {
    do throws(FileSystem.Failure) {
      return try work()
    } catch {
      throw .unwritable(path: store.path, detail: error.words)
    }
  }
}

extension StateWriter {
  private static let findingsSuffix = ".findings.ndjson"

  /// Named after the state file, so that several in one folder keep apart, and after the revision,
  /// so that the file of the revision before stays whole until nobody needs it.
  private static func findingsName(
    _ place: Place,
    _ account: AccountID,
    revision: Int
  ) -> String {
    "\(Path.name(of: place.path)).\(account.digits)-\(revision)\(findingsSuffix)"
  }

  /// An old findings file that is lost takes nothing with it but when its findings were first seen.
  ///
  /// `nil` where a part of a row is to join a rest that is lost.
  private func merge(
    _ result: ScanResult,
    into file: StateFile,
    _ draft: () -> FileDraft
  ) -> FindingsMerge? {
    let record = file.state.accounts[result.account]
    do throws(FindingsFile.Fault) {
      let old = try file.findings[result.account].map { reference throws(FindingsFile.Fault) in
        try store.findingsFile(reference, of: result.account)
      }
      if old == nil, result.extent != .rows { return nil }
      return try FindingsMerge(
        result,
        file.numbered(result),
        copying: old ?? .empty,
        record,
        reason: store.reason,
        to: draft()
      )
    } catch {
      return result.extent == .rows ? anew(result, file.numbered(result), record, draft) : nil
    }
  }

  private func anew(
    _ result: ScanResult,
    _ scan: ScanSummary,
    _ record: AccountRecord?,
    _ draft: () -> FileDraft
  ) -> FindingsMerge? {
    do throws(FindingsFile.Fault) {
      return try FindingsMerge(
        result,
        scan,
        copying: .empty,
        record,
        reason: store.reason,
        to: draft()
      )
    } catch {
      // An empty file has nothing that could be damaged.
      return nil
    }
  }

  /// None where the file is lost: then no finding of its is excepted before the next scan.
  private func findings(
    of rows: Set<CheckID>,
    _ reference: FindingsReference?,
    _ account: AccountID
  ) -> [CheckID: [FindingRecord]] {
    guard let reference, !rows.isEmpty else { return [:] }
    do throws(FindingsFile.Fault) {
      return try store.findingsFile(reference, of: account)
        .records(of: rows.sorted(), reason: store.reason)
    } catch {
      return [:]
    }
  }

  /// Removes the findings files of this state file that it does not name.
  private func discardFindings(notNamedIn file: StateFile, _ place: Place) {
    let named = Set(file.findings.values.map(\.file))
    for name in names(beside: place.path) where isFindingsName(name, place) && !named.contains(name)
    {
      files.discard(Path.sibling(name, of: place.path))
    }
  }

  private func names(beside path: String) -> [String] {
    do throws(FileSystem.Failure) {
      return try files.list(Path.folder(of: path))
    } catch {
      // A folder that may be written but not listed keeps its old files.
      return []
    }
  }

  private func isFindingsName(_ name: String, _ place: Place) -> Bool {
    let prefix = "\(Path.name(of: place.path))."
    guard name.hasPrefix(prefix), name.hasSuffix(Self.findingsSuffix) else { return false }
    let middle = name.dropFirst(prefix.count).dropLast(Self.findingsSuffix.count)
    return middle.allSatisfy { $0 == "-" || $0.isASCII && $0.isNumber }
  }
}
