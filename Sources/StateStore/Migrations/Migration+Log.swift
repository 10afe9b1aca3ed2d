import Domain

extension Migration {
  /// Version 2 keeps what people decide in one chained log, and numbers the scans.
  ///
  /// Attestations become entries; their digests are computed now, and `migratedFrom` says so. The
  /// history no longer repeats them.
  static let chainedLog = Migration(name: "one chained log of what people decide", from: 1) {
    tree throws(JSONField.Misshapen) in
    for (key, _) in try JSONField(tree)["accounts"].members() {
      chain(&tree[member: "accounts"][member: key], AccountID(key))
    }
  }

  private static func chain(_ account: inout JSON, _ id: AccountID) {
    guard case .object = account else { return }
    let attestations = account[elements: "attestations"]
    if !attestations.isEmpty {
      var chain = LogChain(of: account, id)
      for var entry in attestations {
        entry.merge(["kind": .string(LogEntry.attestationKind), "migratedFrom": .number(1)])
        chain.append(entry)
      }
      chain.write(to: &account)
    }
    account.set("attestations", nil)
    numberScans(&account)
  }

  private static func numberScans(_ account: inout JSON) {
    guard case .object(let members) = account, case .array(let events)? = members["history"] else {
      return
    }
    var scans = 0
    account[elements: "history"] = events.compactMap { event in
      switch event[member: "kind"] {
      case .string("attestation"): return nil
      case .string(HistoryEvent.scanKind):
        scans += 1
        var event = event
        event.set("number", .number(scans))
        return event
      default: return event
      }
    }
    if scans > 0, case .object = members["lastScan"] {
      account[member: "lastScan"].set("number", .number(scans))
    }
  }
}
