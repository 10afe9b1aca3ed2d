import Domain

/// One exception as a file says it.
struct ExceptionTable {
  /// What was done, when it is said, by whom and why.
  struct Act {
    let line: Int
    let id: String?
    let person: String
    let reason: String
    /// In UTC.
    let recorded: String?
  }

  struct Renewal {
    let act: Act
    let until: TOMLReader.Value
  }

  let act: Act
  let until: TOMLReader.Value
  private let pattern: Suppression.Pattern
  /// Out of scope.
  private let regions: [Region]?
  private(set) var targets: [Suppression.Target] = []
  private(set) var renewals: [Renewal] = []
  private(set) var ended: Act?

  init(_ fields: ExceptionFields) throws(ExceptionsFault) {
    try fields.allow([
      "id", "row", "region", "resource", "out-of-scope", "reason", "person", "recorded", "until",
    ])
    act = try fields.act(isReasonNeeded: true)
    until = try fields.end()
    pattern = Suppression.Pattern(
      row: try fields.row(),
      region: try fields.string("region").map { Region($0) },
      resource: try fields.string("resource").map { Glob($0) }
    )
    regions = try fields.string("out-of-scope")?.split(separator: " ").map { Region(String($0)) }
    if regions != nil, pattern != Suppression.Pattern() { throw fields.severalScopes }
  }

  var scope: Suppression.Scope {
    if let regions { return .regions(regions) }
    return targets.isEmpty ? .pattern(pattern) : .findings(targets)
  }

  /// Takes in a table below it.
  mutating func take(
    _ fields: ExceptionFields,
    orElse misplaced: ExceptionsFault
  ) throws(ExceptionsFault) {
    switch (fields.table.name, fields.table.isElement) {
    case ("exception.finding", true): try takeFinding(fields)
    case ("exception.renewal", true):
      try fields.allow(["id", "reason", "person", "recorded", "until"])
      renewals.append(Renewal(act: try fields.act(), until: try fields.end()))
    case ("exception.ended", false):
      try fields.allow(["id", "reason", "person", "recorded"])
      guard ended == nil else { throw misplaced }
      ended = try fields.act()
    default: throw misplaced
    }
  }

  private mutating func takeFinding(_ fields: ExceptionFields) throws(ExceptionsFault) {
    try fields.allow(["id", "row", "resource"])
    guard pattern == Suppression.Pattern(), regions == nil else { throw fields.severalScopes }
    guard let row = try fields.row() else { throw fields.missing("row") }
    targets.append(
      Suppression.Target(
        finding: try fields.needed("id"),
        row: row,
        resource: try fields.needed("resource")
      )
    )
  }
}

/// The keys of one table, read with their lines.
struct ExceptionFields {
  let table: TOMLReader.Table

  init(_ table: TOMLReader.Table) {
    self.table = table
  }

  func line(of key: String) -> Int { table.entries[key]?.line ?? table.line }

  func fault(_ key: String, _ problem: Text, hint: Text) -> ExceptionsFault {
    ExceptionsFault(line(of: key), problem, hint: hint)
  }

  func allow(_ keys: [String]) throws(ExceptionsFault) {
    let foreign = table.entries.filter { !keys.contains($0.key) }.min {
      $0.value.line < $1.value.line
    }
    guard let (key, entry) = foreign else { return }
    let names = keys.joined(separator: ", ")
    throw ExceptionsFault(
      entry.line,
      Text(en: "\(key) is not known here", ja: "\(key) という項目はここにはありません"),
      hint: Text(en: "Known are \(names).", ja: "書けるのは \(names) です。")
    )
  }

  var severalScopes: ExceptionsFault {
    ExceptionsFault(
      table.line,
      Text(
        en: "an exception is for findings, a pattern or regions out of scope, not for several",
        ja: "例外の対象は、検出、パターン、対象外のリージョンのどれか1つです"
      ),
      hint: Text(
        en: "Keep only one of them in [[exception]], or make two of it.",
        ja: "[[exception]] に1つだけ残すか、2つに分けてください。"
      )
    )
  }

  func missing(_ key: String) -> ExceptionsFault {
    ExceptionsFault(
      table.line,
      Text(en: "\(key) is missing", ja: "\(key) がありません"),
      hint: Text(
        en: "Add \(key) = \"...\" below this line.",
        ja: "この行の下に \(key) = \"...\" を加えてください。"
      )
    )
  }

  func string(_ key: String) throws(ExceptionsFault) -> String? {
    guard let entry = table.entries[key] else { return nil }
    guard case .string(let text) = entry.value else {
      throw fault(
        key,
        Text(en: "\(key) is no string", ja: "\(key) が文字列ではありません"),
        hint: Text(en: "Put it in quotes.", ja: "引用符で囲んでください。")
      )
    }
    return text
  }

  func needed(_ key: String) throws(ExceptionsFault) -> String {
    guard let text = try string(key), !text.isBlank else { throw missing(key) }
    return text
  }

  func row() throws(ExceptionsFault) -> CheckID? {
    guard let typed = try string("row") else { return nil }
    guard let row = CheckID(typed) else {
      throw fault(
        "row",
        Text(en: "\(typed) is no row", ja: "\(typed) は項目の番号ではありません"),
        hint: Text(en: "Write it as \"ASC 07\".", ja: "\"ASC 07\" のように書いてください。")
      )
    }
    return row
  }

  func act(isReasonNeeded: Bool = false) throws(ExceptionsFault) -> ExceptionTable.Act {
    ExceptionTable.Act(
      line: table.line,
      id: try string("id"),
      person: try needed("person"),
      reason: isReasonNeeded ? try needed("reason") : try string("reason") ?? "",
      recorded: try recorded()
    )
  }

  private func recorded() throws(ExceptionsFault) -> String? {
    guard let entry = table.entries["recorded"] else { return nil }
    guard case .instant(let text) = entry.value else {
      throw fault(
        "recorded",
        Text(en: "recorded is no instant", ja: "recorded が時刻ではありません"),
        hint: Text(
          en: "Write it in UTC as 2026-09-30T15:00:00Z, or leave it out.",
          ja: "UTC で 2026-09-30T15:00:00Z のように書くか、行ごと削除してください。"
        )
      )
    }
    return text
  }

  func end() throws(ExceptionsFault) -> TOMLReader.Value {
    guard let entry = table.entries["until"] else { throw missing("until") }
    switch entry.value {
    case .date, .instant: return entry.value
    case .string, .integer:
      throw fault(
        "until",
        Text(en: "until is no date", ja: "until が日付ではありません"),
        hint: Text(
          en: "Write the last day without quotes, as 2026-09-30.",
          ja: "最終日を引用符なしで 2026-09-30 のように書いてください。"
        )
      )
    }
  }
}
