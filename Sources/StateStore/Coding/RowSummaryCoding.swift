import Domain

extension RowSummary {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init(
      counts: try Counts(from: field),
      checkedAt: try field["checkedAt"].date(),
      duration: try field["duration"].double(),
      cause: try field["cause"].optional { field throws(JSONField.Misshapen) in
        try field.string()
      }
      .flatMap(Gap.Cause.init)
    )
    for group in try field["excepted"].elementsIfAny() {
      excepted.append(try Excepted(from: group))
    }
  }

  var members: [String: JSON?] {
    let own: [String: JSON?] = [
      "checkedAt": .string(Timestamp.text(checkedAt)),
      "duration": .number(duration),
      "cause": cause.map { .string($0.rawValue) },
      "excepted": excepted.isEmpty ? nil : .array(excepted.map(\.json)),
    ]
    return own.merging(counts.members) { own, _ in own }
  }
}

extension RowSummary.Excepted {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    var by: [Suppression.ID] = []
    for id in try field["by"].elements() { by.append(try id.string()) }
    self.init(by: by, counts: try RowSummary.Counts(from: field))
  }

  var json: JSON {
    var json = JSON.object(["by": .array(by.map(JSON.string))])
    json.merge(counts.members)
    return json
  }
}

extension RowSummary.Counts {
  private static let names: [(String, any WritableKeyPath<Self, Int> & Sendable)] = [
    ("pass", \.pass), ("alert", \.alert), ("unknown", \.unknown),
    ("notApplicable", \.notApplicable), ("warning", \.warning),
  ]

  init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init()
    for (name, count) in Self.names {
      let number = try field[name].optional { field throws(JSONField.Misshapen) in
        try field.int()
      }
      guard number ?? 0 >= 0 else { throw field[name].misshapen }
      self[keyPath: count] = number ?? 0
    }
  }

  /// Counts of nothing are left out.
  var members: [String: JSON?] {
    Dictionary(
      uniqueKeysWithValues: Self.names.map { name, count in
        (name, self[keyPath: count] == 0 ? nil : .number(self[keyPath: count]))
      }
    )
  }
}
