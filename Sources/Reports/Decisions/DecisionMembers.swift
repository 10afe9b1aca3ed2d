import Domain

/// The parts that JSON reports on decisions write alike.
extension JSONWriter {
  mutating func members(of entry: LogEntry) {
    switch entry {
    case .attestation(let it):
      member("kind", "attestation")
      member("row", it.row.description)
      member("outcome", it.outcome.rawValue)
      member("note", it.note)
      member("link", it.link)
      member("attestedAt", it.attestedAt)
    case .withdrawal(let it):
      member("kind", "withdrawal")
      member("attestation", it.attestation)
      member("reason", it.reason)
    case .exception(let it):
      member("kind", "exception")
      members(of: it.scope)
      member("reason", it.reason)
      member("until", it.until)
    case .renewal(let it):
      member("kind", "renewal")
      member("exception", it.suppression)
      member("reason", it.reason)
      member("until", it.until)
    case .ending(let it):
      member("kind", "ending")
      member("exception", it.suppression)
      member("reason", it.reason)
    }
    member("id", entry.id)
    member("person", entry.person)
  }

  /// Either `findings`, `pattern` or `outOfScope`; what a pattern leaves open is `null`.
  mutating func members(of scope: Suppression.Scope) {
    switch scope {
    case .findings(let targets):
      key("findings")
      array { json in
        for target in targets {
          json.object { json in
            json.member("id", target.finding)
            json.member("row", target.row.description)
            json.member("resource", target.resource)
          }
        }
      }
    case .pattern(let pattern):
      key("pattern")
      object { json in
        json.member("row", pattern.row?.description)
        json.member("region", pattern.region?.name)
        json.member("resource", pattern.resource?.text)
      }
    case .regions(let regions):
      key("outOfScope")
      array { json in
        for region in regions { json.value(region.name) }
      }
    }
  }

  mutating func members(of record: FindingRecord, row: CheckID) {
    members(of: record.finding, id: record.id, nil)
    member("row", row.description)
    member("firstSeen", record.firstSeen)
    member("lastSeen", record.lastSeen)
    member("scans", record.scans)
  }
}

/// An entry that was just written, as commands print it.
package struct EntryReport: Sendable {
  private let entry: LogEntry

  package init(_ entry: LogEntry) {
    self.entry = entry
  }

  package var json: String {
    var json = JSONWriter()
    json.object { json in
      json.members(of: entry)
      json.member("recordedAt", entry.recordedAt)
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
