import Domain

extension ScanSummary {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    var regions: [Region] = []
    for region in try field["regions"].elements() { regions.append(Region(try region.string())) }
    self.init(
      startedAt: try field["startedAt"].date(),
      finishedAt: try field["finishedAt"].date(),
      regions: regions,
      calls: try field["calls"].int(),
      caller: try field["caller"].string()
    )
  }

  var members: [String: JSON?] {
    [
      "startedAt": .string(Timestamp.text(startedAt)),
      "finishedAt": .string(Timestamp.text(finishedAt)),
      "regions": .array(regions.map { .string($0.name) }),
      "calls": .number(calls),
      "caller": .string(caller),
    ]
  }
}

extension HistoryEvent {
  static let scanKind = "scan"
  private static let attestationKind = "attestation"

  /// `nil` for a kind of event that this program does not know; the file keeps it.
  init?(from field: JSONField) throws(JSONField.Misshapen) {
    switch try field["kind"].string() {
    case Self.scanKind:
      let rows = try field["rows"].rows { field throws(JSONField.Misshapen) in
        try RowSummary.Counts(from: field)
      }
      self.init(at: try field["at"].date(), kind: .scan(try ScanSummary(from: field), rows))
    case Self.attestationKind:
      let id = try field["attestation"].string()
      self.init(at: try field["at"].date(), kind: .attestation(id: id))
    default: return nil
    }
  }

  var json: JSON {
    var json = JSON.object(["at": .string(Timestamp.text(at))])
    switch kind {
    case .scan(let summary, let rows):
      json.set("kind", .string(Self.scanKind))
      json.merge(summary.members)
      json.set("rows", .object([:]))
      for (row, counts) in rows {
        json[member: "rows"][member: row.description].merge(counts.members)
      }
    case .attestation(let id):
      json.set("kind", .string(Self.attestationKind))
      json.set("attestation", .string(id))
    }
    return json
  }
}
