import Domain

/// The document `state.json`, as a tree of everything in it and as the `State` this program knows.
///
/// Changes are made in the tree, so that members this program does not know survive them.
struct StateFile {
  static let format = "ascheck-state"
  /// How many scans an account's history keeps.
  ///
  /// Beyond it the oldest scans go. What people decided stands in the log and always stays, as do
  /// events of kinds this program does not know.
  static let scansKept = RowMemory.scansKept

  var tree: JSON
  /// As read; changes of the tree do not show here.
  let state: State
  let findings: [AccountID: FindingsReference]

  /// The document before anything was kept.
  init(format: StateFormat = .current) {
    tree = .object([
      "format": .string(Self.format), "version": .number(format.version), "revision": .number(0),
      "accounts": .object([:]),
    ])
    state = State()
    findings = [:]
  }

  /// Reads a document; `path` serves the words of the error alone.
  init(_ bytes: [UInt8], path: String, format: StateFormat = .current) throws(StateError) {
    var tree = try Self.tree(bytes, path: path)
    guard tree[member: "format"] == .string(Self.format) else { throw .foreign(path: path) }
    let field = JSONField(tree)["version"]
    let version = try Self.reading(path) { () throws(JSONField.Misshapen) in try field.int() }
    guard version <= format.version else { throw .newer(path: path, version: version) }
    let migrated = try Self.reading(path) { () throws(JSONField.Misshapen) in
      guard version > 0 else { throw field.misshapen }
      try format.migrate(&tree, from: version)
      return (try Self.state(of: JSONField(tree)), try Self.findings(of: JSONField(tree)))
    }
    self.tree = tree
    (state, findings) = migrated
  }

  /// Takes over the rows of a scan, whole, and which file now holds the account's findings.
  mutating func record(
    _ result: ScanResult,
    _ rows: [ScanResult.Row],
    findings: FindingsReference
  ) {
    let open = state.accounts[result.account]?.log.openSuppressions ?? []
    let summaries = Dictionary(
      rows.map { ($0.id, $0.summary(of: result.account, excepting: open)) }
    ) { _, last in last }
    let scan = numbered(result)
    let last = result.extent == .rows ? scan : lastScan(before: scan, of: result.account)
    change(result.account, result.partition) { account in
      for (row, summary) in summaries {
        account[member: "rows"][member: row.description].merge(summary.members)
      }
      account[member: "lastScan"].merge(last.lastMembers)
      account[member: "findings"].merge(findings.members)
      let event = HistoryEvent.json(of: scan, summaries.mapValues(\.counts))
      account[elements: "history"] = Self.bounded(account[elements: "history"] + [event])
    }
    record(result.evidence, of: result)
  }

  /// Takes over what was gathered beside manual rows; what other rows show stays.
  mutating func record(_ evidence: [CheckID: EvidenceRecord], of result: ScanResult) {
    change(result.account, result.partition) { account in
      for (row, record) in evidence {
        account[member: "evidence"][member: row.description].merge(record.members)
      }
    }
  }

  /// What is said of the last scan stays when a part of a row was looked at; the counting goes on.
  private func lastScan(before scan: ScanSummary, of account: AccountID) -> ScanSummary {
    var last = state.accounts[account]?.lastScan ?? scan
    last.number = scan.number
    return last
  }

  /// The scan as the account's next one.
  func numbered(_ result: ScanResult) -> ScanSummary {
    var scan = result.summary
    scan.leftOut = result.leftOut(after: state.accounts[result.account]?.lastScan?.leftOut ?? [])
    scan.number = (state.accounts[result.account]?.lastScan?.number ?? 0) + 1
    return scan
  }

  /// The account to open with.
  mutating func choose(_ account: AccountID) {
    tree.set("currentAccount", .string(account.digits))
  }

  /// Says that this is another content than the one read.
  mutating func raiseRevision() {
    tree.set("revision", .number(state.revision + 1))
  }

  mutating func change(
    _ account: AccountID,
    _ partition: Partition,
    _ change: (inout JSON) -> Void
  ) {
    tree[member: "accounts"][member: account.digits].set("partition", .string(partition.rawValue))
    change(&tree[member: "accounts"][member: account.digits])
  }

  /// A history without the scans that are one too many.
  static func bounded(_ history: [JSON]) -> [JSON] {
    let scans = history.indices.filter { index in
      history[index][member: "kind"] == .string(HistoryEvent.scanKind)
    }
    let surplus = Set(scans.dropLast(scansKept))
    return surplus.isEmpty
      ? history : history.indices.filter { !surplus.contains($0) }.map { history[$0] }
  }
}

extension StateFile {
  private static func tree(_ bytes: [UInt8], path: String) throws(StateError) -> JSON {
    do throws(JSONScanner.Fault) {
      return try JSON(parsing: bytes)
    } catch {
      let before = bytes.prefix(error.offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = before.count - ((before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1) + 1
      throw .damaged(path: path, detail: "\(line):\(column)")
    }
  }

  private static func reading<Value>(
    _ path: String,
    _ read: () throws(JSONField.Misshapen) -> Value
  ) throws(StateError) -> Value {
    do throws(JSONField.Misshapen) {
      return try read()
    } catch {
      throw .damaged(path: path, detail: error.place)
    }
  }

  private static func state(of document: JSONField) throws(JSONField.Misshapen) -> State {
    var state = State()
    state.revision = try document["revision"].int()
    for (account, field) in try accounts(of: document) {
      state.accounts[account] = try AccountRecord(from: field, account: account)
    }
    state.currentAccount = try document["currentAccount"].optional {
      field throws(JSONField.Misshapen) in AccountID(try field.string())
    }
    return state
  }

  private static func findings(
    of document: JSONField
  ) throws(JSONField.Misshapen) -> [AccountID: FindingsReference] {
    var findings: [AccountID: FindingsReference] = [:]
    for (account, field) in try accounts(of: document) {
      findings[account] = try field["findings"].optional { field throws(JSONField.Misshapen) in
        try FindingsReference(from: field)
      }
    }
    return findings
  }

  private static func accounts(
    of document: JSONField
  ) throws(JSONField.Misshapen) -> [(AccountID, JSONField)] {
    var accounts: [(AccountID, JSONField)] = []
    for (key, field) in try document["accounts"].members() {
      guard !key.isEmpty, key.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw field.misshapen
      }
      accounts.append((AccountID(key), field))
    }
    return accounts
  }
}
