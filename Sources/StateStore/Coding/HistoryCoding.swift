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
    number =
      try field["number"].optional { field throws(JSONField.Misshapen) in try field.int() } ?? 0
    accountName = try field["accountName"].optional { field throws(JSONField.Misshapen) in
      try field.string()
    }
    way = try SignInWay(from: field)
    for entry in try field["leftOut"].elementsIfAny() {
      // A reason that this program does not know stays in the file.
      guard let reason = LeftOutRegion.Reason(rawValue: try entry["reason"].string()) else {
        continue
      }
      let because = try entry["because"].optional { field throws(JSONField.Misshapen) in
        try field.string()
      }
      leftOut.append(
        LeftOutRegion(Region(try entry["region"].string()), reason, because: because)
      )
    }
  }

  /// What is kept of an account's last scan and not of each in its history.
  var lastMembers: [String: JSON?] {
    members.merging([
      "accountName": accountName.map { .string($0) },
      "leftOut": leftOut.isEmpty
        ? nil
        : .array(
          leftOut.map { entry in
            var json = JSON.object([
              "region": .string(entry.region.name), "reason": .string(entry.reason.rawValue),
            ])
            json.set("because", entry.because.map { .string($0) })
            return json
          }
        ),
    ]) { own, _ in own }
  }

  var members: [String: JSON?] {
    [
      "startedAt": .string(Timestamp.text(startedAt)),
      "finishedAt": .string(Timestamp.text(finishedAt)),
      "regions": .array(regions.map { .string($0.name) }),
      "calls": .number(calls),
      "caller": .string(caller),
      "number": .number(number),
    ].merging(way?.members ?? [:]) { own, _ in own }
  }
}

/// Either `profile`, `role` or `environment`, or none of them.
extension SignInWay {
  fileprivate init?(from field: JSONField) throws(JSONField.Misshapen) {
    let profile = try field["profile"].optional { field throws(JSONField.Misshapen) in
      try field.string()
    }
    let role = try field["role"].optional { field throws(JSONField.Misshapen) in
      try NamedRoleWay(from: field)
    }
    if let profile {
      self = .profile(profile)
    } else if let role {
      self = .role(role)
    } else if !field["environment"].isMissing {
      self = .environment
    } else {
      return nil
    }
  }

  fileprivate var members: [String: JSON?] {
    switch self {
    case .profile(let name): ["profile": .string(name)]
    case .environment: ["environment": .bool(true)]
    case .role(let role): ["role": role.json]
    }
  }
}

extension NamedRoleWay {
  fileprivate init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init(
      try field["name"].string(),
      externalID: try field["externalID"].optional { field throws(JSONField.Misshapen) in
        try field.string()
      },
      profile: try field["profile"].optional { field throws(JSONField.Misshapen) in
        try field.string()
      }
    )
  }

  fileprivate var json: JSON {
    var json = JSON.object(["name": .string(name)])
    json.set("externalID", externalID.map { .string($0) })
    json.set("profile", profile.map { .string($0) })
    return json
  }
}

/// A scan as the history keeps it; what people do is kept in the log.
extension HistoryEvent {
  static let scanKind = "scan"

  /// `nil` for a kind of event that this program does not know; the file keeps it.
  init?(from field: JSONField) throws(JSONField.Misshapen) {
    guard try field["kind"].string() == Self.scanKind else { return nil }
    let rows = try field["rows"].rows { field throws(JSONField.Misshapen) in
      try RowSummary.Counts(from: field)
    }
    self.init(at: try field["at"].date(), kind: .scan(try ScanSummary(from: field), rows))
  }

  static func json(of scan: ScanSummary, _ rows: [CheckID: RowSummary.Counts]) -> JSON {
    var json = JSON.object([
      "at": .string(Timestamp.text(scan.finishedAt)), "kind": .string(scanKind),
      "rows": .object([:]),
    ])
    json.merge(scan.members)
    for (row, counts) in rows {
      json[member: "rows"][member: row.description].merge(counts.members)
    }
    return json
  }
}
