import Domain

extension Suppression {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init(
      id: try field["id"].string(),
      scope: try Scope(from: field),
      reason: try field["reason"].string(),
      person: try field["person"].string(),
      recordedAt: try field["recordedAt"].date(),
      until: try field["until"].date()
    )
  }

  var members: [String: JSON?] {
    let own: [String: JSON?] = [
      "id": .string(id),
      "reason": .string(reason),
      "person": .string(person),
      "recordedAt": .string(Timestamp.text(recordedAt)),
      "until": .string(Timestamp.text(until)),
    ]
    return own.merging(scope.members) { own, _ in own }
  }
}

/// Either `findings`, `pattern` or `outOfScope`.
extension Suppression.Scope {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    guard field["findings"].isMissing else {
      var targets: [Suppression.Target] = []
      for target in try field["findings"].elements() {
        targets.append(try Suppression.Target(from: target))
      }
      self = .findings(targets)
      return
    }
    guard field["outOfScope"].isMissing else {
      var regions: [Region] = []
      for region in try field["outOfScope"].elements() {
        regions.append(Region(try region.string()))
      }
      self = .regions(regions)
      return
    }
    self = .pattern(try Suppression.Pattern(from: field["pattern"]))
  }

  var members: [String: JSON?] {
    switch self {
    case .findings(let targets): ["findings": .array(targets.map(\.json))]
    case .pattern(let pattern): ["pattern": pattern.json]
    case .regions(let regions): ["outOfScope": .array(regions.map { .string($0.name) })]
    }
  }
}

extension Suppression.Target {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init(
      finding: try field["id"].string(),
      row: try field["row"].row(),
      resource: try field["resource"].string()
    )
  }

  var json: JSON {
    .object([
      "id": .string(finding), "row": .string(row.description), "resource": .string(resource),
    ])
  }
}

extension Suppression.Pattern {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    _ = try field.members()
    self.init(
      row: try field["row"].optional { field throws(JSONField.Misshapen) in try field.row() },
      region: try field["region"].optional { field throws(JSONField.Misshapen) in
        Region(try field.string())
      },
      resource: try field["resource"].optional { field throws(JSONField.Misshapen) in
        Glob(try field.string())
      }
    )
  }

  var json: JSON {
    var json = JSON.object([:])
    json.set("row", row.map { .string($0.description) })
    json.set("region", region.map { .string($0.name) })
    json.set("resource", resource.map { .string($0.text) })
    return json
  }
}

extension Suppression.Renewal {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init(
      id: try field["id"].string(),
      of: try field["exception"].string(),
      until: try field["until"].date(),
      by: try field["person"].string(),
      reason: try field["reason"].text(),
      recordedAt: try field["recordedAt"].date()
    )
  }

  var members: [String: JSON?] {
    [
      "id": .string(id),
      "exception": .string(suppression),
      "until": .string(Timestamp.text(until)),
      "person": .string(person),
      "reason": reason.isEmpty ? nil : .string(reason),
      "recordedAt": .string(Timestamp.text(recordedAt)),
    ]
  }
}

extension Suppression.Ending {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init(
      id: try field["id"].string(),
      of: try field["exception"].string(),
      by: try field["person"].string(),
      reason: try field["reason"].text(),
      recordedAt: try field["recordedAt"].date()
    )
  }

  var members: [String: JSON?] {
    [
      "id": .string(id),
      "exception": .string(suppression),
      "person": .string(person),
      "reason": reason.isEmpty ? nil : .string(reason),
      "recordedAt": .string(Timestamp.text(recordedAt)),
    ]
  }
}
