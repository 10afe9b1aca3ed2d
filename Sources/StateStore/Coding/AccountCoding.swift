import Domain

extension AccountRecord {
  init(from field: JSONField, account: AccountID) throws(JSONField.Misshapen) {
    guard let partition = Partition(rawValue: try field["partition"].string()) else {
      throw field["partition"].misshapen
    }
    self.init(account: account, partition: partition)
    if !field["rows"].isMissing {
      rows = try field["rows"].rows { field throws(JSONField.Misshapen) in
        try RowSummary(from: field)
      }
    }
    for entry in try field["log"].elementsIfAny() {
      if let entry = try LogEntry(from: entry) { log.append(entry) }
    }
    for event in try field["history"].elementsIfAny() {
      if let event = try HistoryEvent(from: event) { history.append(event) }
    }
    if !field["evidence"].isMissing {
      evidence = try field["evidence"].rows { field throws(JSONField.Misshapen) in
        try EvidenceRecord(from: field)
      }
    }
    lastScan = try field["lastScan"].optional { field throws(JSONField.Misshapen) in
      try ScanSummary(from: field)
    }
  }
}

/// Which findings file holds an account's findings.
struct FindingsReference: Hashable {
  /// A name in the state file's folder.
  var file: String
  /// SHA-256 of the whole file, in hexadecimal.
  var digest: String
  /// How many findings it holds.
  var count: Int

  init(file: String, digest: String, count: Int) {
    self.file = file
    self.digest = digest
    self.count = count
  }

  /// A name with a folder in it is refused: the reference must not lead anywhere else.
  init(from field: JSONField) throws(JSONField.Misshapen) {
    file = try field["file"].string()
    digest = try field["sha256"].string()
    count = try field["count"].int()
    guard !file.isEmpty, !file.contains("/"), ![".", ".."].contains(file) else {
      throw field["file"].misshapen
    }
  }

  var members: [String: JSON?] {
    ["file": .string(file), "sha256": .string(digest), "count": .number(count)]
  }
}
