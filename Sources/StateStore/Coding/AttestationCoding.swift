import Domain

extension Attestation {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    guard let outcome = Outcome(rawValue: try field["outcome"].string()) else {
      throw field["outcome"].misshapen
    }
    self.init(
      id: try field["id"].string(),
      row: try field["row"].row(),
      outcome: outcome,
      note: try field["note"].string(),
      reviewer: try field["reviewer"].string(),
      link: try field["link"].optional { field throws(JSONField.Misshapen) in try field.string() },
      attestedAt: try field["attestedAt"].date(),
      recordedAt: try field["recordedAt"].date(),
      facts: try field["facts"].optional { field throws(JSONField.Misshapen) in
        try MaterialFacts(from: field)
      }
    )
  }

  var members: [String: JSON?] {
    [
      "id": .string(id),
      "row": .string(row.description),
      "outcome": .string(outcome.rawValue),
      "note": .string(note),
      "reviewer": .string(reviewer),
      "link": link.map(JSON.string),
      "attestedAt": .string(Timestamp.text(attestedAt)),
      "recordedAt": .string(Timestamp.text(recordedAt)),
      "facts": facts?.json,
      "factsDigest": facts.map { .string($0.digest) },
    ]
  }
}
