import Domain

extension LogEntry {
  private enum Kind: String {
    case attestation
    case withdrawal
    case exception
    case renewal
    case ending
  }

  static let attestationKind = Kind.attestation.rawValue

  /// `nil` for a kind of entry that this program does not know; the file keeps it.
  init?(from field: JSONField) throws(JSONField.Misshapen) {
    switch Kind(rawValue: try field["kind"].string()) {
    case .attestation: self = .attestation(try Attestation(from: field))
    case .withdrawal: self = .withdrawal(try Withdrawal(from: field))
    case .exception: self = .exception(try Suppression(from: field))
    case .renewal: self = .renewal(try Suppression.Renewal(from: field))
    case .ending: self = .ending(try Suppression.Ending(from: field))
    case nil: return nil
    }
  }

  var json: JSON {
    switch self {
    case .attestation(let it): Self.json(.attestation, it.members)
    case .withdrawal(let it): Self.json(.withdrawal, it.members)
    case .exception(let it): Self.json(.exception, it.members)
    case .renewal(let it): Self.json(.renewal, it.members)
    case .ending(let it): Self.json(.ending, it.members)
    }
  }

  private static func json(_ kind: Kind, _ members: [String: JSON?]) -> JSON {
    var json = JSON.object(["kind": .string(kind.rawValue)])
    json.merge(members)
    return json
  }
}

extension Withdrawal {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init(
      id: try field["id"].string(),
      of: try field["attestation"].string(),
      by: try field["person"].string(),
      reason: try field["reason"].text(),
      recordedAt: try field["recordedAt"].date()
    )
  }

  var members: [String: JSON?] {
    [
      "id": .string(id),
      "attestation": .string(attestation),
      "person": .string(person),
      "reason": reason.isEmpty ? nil : .string(reason),
      "recordedAt": .string(Timestamp.text(recordedAt)),
    ]
  }
}
