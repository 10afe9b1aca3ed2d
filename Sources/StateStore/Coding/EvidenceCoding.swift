import Domain

extension EvidenceRecord {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init(
      try Evidence(from: field),
      gatheredAt: try field["gatheredAt"].date()
    )
  }

  var members: [String: JSON?] {
    var members = evidence.members
    members["gatheredAt"] = .string(Timestamp.text(gatheredAt))
    return members
  }
}

extension Evidence {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    self.init(summary: try field["summary"].words())
    alertsAtOnce = try field["alertsAtOnce"].texts()
    flags = try field["flags"].texts()
    for line in try field["lines"].elementsIfAny() {
      lines.append(Line(try line["label"].words(), try line["value"].words()))
    }
    for table in try field["tables"].elementsIfAny() { tables.append(try Table(from: table)) }
    for gap in try field["notVisible"].elementsIfAny() {
      notVisible.append(try NotVisible(from: gap))
    }
    material = try MaterialFacts(from: field["facts"])
    for month in try field["closedMonths"].elementsIfAny() {
      closedMonths.append(try ClosedMonth(from: month))
    }
  }

  /// What is empty is written too, so that it takes the place of what was there before.
  var members: [String: JSON?] {
    [
      "summary": summary.json,
      "alertsAtOnce": alertsAtOnce.json,
      "flags": flags.json,
      "lines": .array(
        lines.map { .object(["label": $0.label.json, "value": $0.value.json]) }
      ),
      "tables": .array(tables.map(\.json)),
      "notVisible": .array(notVisible.map(\.json)),
      "facts": material.json,
      "closedMonths": closedMonths.isEmpty ? nil : .array(closedMonths.map(\.json)),
    ]
  }
}

extension ClosedMonth {
  fileprivate init(from field: JSONField) throws(JSONField.Misshapen) {
    var costs: [Cost] = []
    for cost in try field["costs"].elements() {
      costs.append(
        Cost(
          service: try cost["service"].string(),
          amount: try cost["amount"].string(),
          unit: try cost["unit"].string()
        )
      )
    }
    self.init(try field["month"].string(), costs)
  }

  fileprivate var json: JSON {
    .object([
      "month": .string(month),
      "costs": .array(
        costs.map { cost in
          .object([
            "service": .string(cost.service), "amount": .string(cost.amount),
            "unit": .string(cost.unit),
          ])
        }
      ),
    ])
  }
}

extension Evidence.Table {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    var rows: [Row] = []
    for row in try field["rows"].elements() {
      rows.append(Row(try row["cells"].texts(), isFlagged: row["isFlagged"].value == .bool(true)))
    }
    self.init(
      try field["title"].words(),
      columns: try field["columns"].texts(),
      rows: rows,
      omitted: try field["omitted"].optional { field throws(JSONField.Misshapen) in
        try field.int()
      } ?? 0
    )
  }

  var json: JSON {
    var json = JSON.object(["title": title.json, "columns": columns.json])
    if omitted > 0 { json.set("omitted", .number(omitted)) }
    let rows = rows.map { row in
      var json = JSON.object(["cells": row.cells.json])
      if row.isFlagged { json.set("isFlagged", .bool(true)) }
      return json
    }
    json.set("rows", .array(rows))
    return json
  }
}

extension Evidence.NotVisible {
  /// A cause that this program has no word for is a refusal; the sentence says which.
  init(from field: JSONField) throws(JSONField.Misshapen) {
    var regions: [Region] = []
    for region in try field["regions"].elementsIfAny() {
      regions.append(Region(try region.string()))
    }
    self.init(
      action: Permission(try field["action"].string()),
      cause: Gap.Cause(rawValue: try field["cause"].string()) ?? .refused,
      regions: regions,
      words: try field["words"].words()
    )
  }

  var json: JSON {
    .object([
      "action": .string(action.name), "cause": .string(cause.rawValue),
      "regions": .array(regions.map { .string($0.name) }), "words": words.json,
    ])
  }
}

extension MaterialFacts {
  init(from field: JSONField) throws(JSONField.Misshapen) {
    var groups: [Group: Content] = [:]
    for (name, content) in try field.members() {
      if content.value == .string(Self.unreadable) {
        groups[Group(parsing: name)] = .unreadable
        continue
      }
      var items: [String: String] = [:]
      for (item, value) in try content.members() { items[item] = try value.string() }
      groups[Group(parsing: name)] = .items(items)
    }
    self.init(groups)
  }

  var json: JSON {
    let members = groups.map { group, content -> (String, JSON) in
      switch content {
      case .unreadable: (group.description, .string(Self.unreadable))
      case .items(let items): (group.description, .object(items.mapValues(JSON.string)))
      }
    }
    return .object(Dictionary(members) { first, _ in first })
  }
}

/// Words in both languages: one string where they are the same.
extension JSONField {
  fileprivate func words() throws(Misshapen) -> Text {
    if case .string(let text) = value { return Text(en: text, ja: text) }
    return Text(en: try self["en"].string(), ja: try self["ja"].string())
  }

  fileprivate func texts() throws(Misshapen) -> [Text] {
    var texts: [Text] = []
    for element in try elementsIfAny() { texts.append(try element.words()) }
    return texts
  }
}

extension Text {
  fileprivate var json: JSON {
    en == ja ? .string(en) : .object(["en": .string(en), "ja": .string(ja)])
  }
}

extension [Text] {
  fileprivate var json: JSON { .array(map(\.json)) }
}
