import Domain

/// Findings of one row with what covers each, as `:write json` has them.
///
/// ```
/// {"account":"123456789012","row":"ASC 07","findings":[{"id":"…","status":"alert",…,
///   "firstSeen":"…","lastSeen":"…","scans":3}]}
/// ```
package struct FindingsJSON {
  private let account: AccountID?
  private let row: CheckID
  private let findings: [(record: FindingRecord, suppression: Suppression?)]

  package init(
    _ account: AccountID?,
    _ row: CheckID,
    _ findings: [(record: FindingRecord, suppression: Suppression?)]
  ) {
    self.account = account
    self.row = row
    self.findings = findings
  }

  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("account", account?.digits)
      json.member("row", row.description)
      json.key("findings")
      json.array { json in
        for (record, suppression) in findings {
          json.object { json in json.members(of: record, suppression) }
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension JSONWriter {
  fileprivate mutating func members(of record: FindingRecord, _ suppression: Suppression?) {
    members(of: record.finding, id: record.id, suppression)
    member("firstSeen", record.firstSeen)
    member("lastSeen", record.lastSeen)
    member("scans", record.scans)
  }
}
