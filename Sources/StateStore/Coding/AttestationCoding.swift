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
      recordedAt: try field["recordedAt"].date()
    )
  }

  var json: JSON {
    var json = JSON.object([
      "id": .string(id),
      "row": .string(row.description),
      "outcome": .string(outcome.rawValue),
      "note": .string(note),
      "reviewer": .string(reviewer),
      "attestedAt": .string(Timestamp.text(attestedAt)),
      "recordedAt": .string(Timestamp.text(recordedAt)),
    ])
    json.set("link", link.map(JSON.string))
    return json
  }
}
