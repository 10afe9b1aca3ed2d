import Domain

/// Whether a log is as it was written.
struct LogAudit {
  private let entries: [Entry]
  private let end: LogChain.End?
  private let origin: String
  private var faults: [LogFault] = []

  init(of account: JSON, _ id: AccountID) {
    entries = account[elements: "log"].enumerated().map { Entry($1, position: $0 + 1) }
    end = LogChain.End(account[member: "logEnd"])
    origin = LogChain.origin(of: id)
  }

  var verification: LogVerification {
    var audit = self
    audit.checkEntries()
    audit.checkOrder()
    return LogVerification(
      count: entries.count,
      digest: entries.last?.computed ?? origin,
      digests: entries.map(\.computed),
      migrated: entries.count { $0.isMigrated },
      faults: audit.faults
    )
  }

  /// Each entry against its own digest.
  private mutating func checkEntries() {
    for entry in entries where !entry.isWhole { faults.append(.edited(entry.place)) }
  }

  /// Each entry against the one before, and the numbers against those there should be.
  private mutating func checkOrder() {
    var present: Set<Int> = []
    var (highest, previous): (Int, Entry?) = (0, nil)
    for entry in entries {
      // What an edited entry says about itself is not to be trusted.
      let number = entry.isWhole ? entry.number : highest + 1
      present.insert(number)
      guard number > highest else {
        faults.append(.moved(entry.place))
        continue
      }
      if number == highest + 1, !follows(entry, previous) { faults.append(.unlinked(entry.place)) }
      (highest, previous) = (number, entry)
    }
    let last = max(highest, end?.number ?? 0)
    for number in stride(from: 1, through: last, by: 1) where !present.contains(number) {
      faults.append(.missing(number))
    }
    checkEnd(at: highest)
  }

  /// Either digest of the one before will do: if they differ, that one is named already.
  private func follows(_ entry: Entry, _ previous: Entry?) -> Bool {
    let links = previous.map { [$0.sealed, $0.computed] } ?? [origin]
    return !entry.isWhole || links.contains(entry.previous)
  }

  /// The last entry against the end that was noted; an end further on makes entries missing.
  private mutating func checkEnd(at highest: Int) {
    guard let end else {
      if !entries.isEmpty { faults.append(.endLost) }
      return
    }
    guard end.number <= highest else { return }
    let links = entries.last.map { [$0.sealed, $0.computed] } ?? [origin]
    if end.number < highest || !links.contains(end.digest) { faults.append(.endDiffers) }
  }
}

extension LogAudit {
  /// An entry as it stands in the file.
  private struct Entry {
    let place: LogFault.Place
    let number: Int
    let previous: String
    /// The digest it carries, and the one it has.
    let sealed: String
    let computed: String
    let isMigrated: Bool

    init(_ json: JSON, position: Int) {
      place = LogFault.Place(position: position, id: json.string("id") ?? "")
      number = if case .number(let digits) = json[member: "number"] { Int(digits) ?? 0 } else { 0 }
      previous = json.string("previous") ?? ""
      sealed = json.string("digest") ?? ""
      computed = LogChain.digest(of: json)
      isMigrated = if case .number = json[member: "migratedFrom"] { true } else { false }
    }

    var isWhole: Bool { sealed == computed }
  }
}

extension JSON {
  fileprivate func string(_ key: String) -> String? {
    if case .string(let text) = self[member: key] { text } else { nil }
  }
}
