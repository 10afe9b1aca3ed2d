import Domain
import FoundationEssentials

/// Turns what a file says into what the log does not say yet.
struct ExceptionsImport {
  private(set) var entries: [LogEntry] = []
  private var log: Log
  private let now: Date
  private let endOfDay: ExceptionsFile.EndOfDay

  init(log: Log, now: Date, endOfDay: @escaping ExceptionsFile.EndOfDay) {
    self.log = log
    self.now = now
    self.endOfDay = endOfDay
  }

  mutating func take(_ table: ExceptionTable) throws(ExceptionsFault) {
    let id = try takeException(table)
    for renewal in table.renewals {
      let act = renewal.act
      try append(
        .renewal(
          Suppression.Renewal(
            id: act.id ?? Self.id("renewal", id, renewal.until.text, act.person, act.reason),
            of: id,
            until: try date(renewal.until, act),
            by: act.person,
            reason: act.reason,
            recordedAt: try recorded(act)
          )
        ),
        act
      )
    }
    guard let act = table.ended else { return }
    try append(
      .ending(
        Suppression.Ending(
          id: act.id ?? Self.id("ending", id, act.person, act.reason),
          of: id,
          by: act.person,
          reason: act.reason,
          recordedAt: try recorded(act)
        )
      ),
      act
    )
  }

  private mutating func takeException(_ table: ExceptionTable) throws(ExceptionsFault) -> String {
    let act = table.act
    let id =
      act.id
      ?? Self.id("exception", table.scope.words, table.until.text, act.person, act.reason)
    if let known = log.suppression(id) {
      if act.id != nil { try compare(table, with: known) }
      return id
    }
    let suppression = Suppression(
      id: id,
      scope: table.scope,
      reason: act.reason,
      person: act.person,
      recordedAt: try recorded(act),
      until: try date(table.until, act)
    )
    try append(.exception(suppression), act)
    return id
  }

  private mutating func append(
    _ entry: LogEntry,
    _ act: ExceptionTable.Act
  ) throws(ExceptionsFault) {
    if log.contains(entry.id) { return }
    if let refusal = log.refusal(of: entry) { throw ExceptionsFault(act.line, refusal) }
    log.append(entry)
    entries.append(entry)
  }

  /// What is on record never changes.
  private func compare(
    _ table: ExceptionTable,
    with known: Suppression
  ) throws(ExceptionsFault) {
    let act = table.act
    let isSame =
      known.scope == table.scope && known.reason == act.reason && known.person == act.person
    let end = try date(table.until, act)
    guard isSame, end == known.until else {
      throw ExceptionsFault(
        act.line,
        Text(
          en: "exception \(known.id.prefix(8)) is on record with other words or another end",
          ja: "例外 \(known.id.prefix(8)) は、記録と内容または期限が異なります"
        ),
        hint: Text(
          en: "Put it back, and give another end with [[exception.renewal]]; "
            + "a new one has no id.",
          ja: "元に戻し、期限を変えるときは [[exception.renewal]] を加えてください。"
            + "新しい例外には id を付けません。"
        )
      )
    }
  }

  private func recorded(_ act: ExceptionTable.Act) throws(ExceptionsFault) -> Date {
    guard let text = act.recorded, let date = Timestamp.date(text) else { return now }
    guard date <= now.addingTimeInterval(Attestation.tolerance) else {
      throw ExceptionsFault(
        act.line,
        Text(en: "recorded lies in the future", ja: "recorded が未来の時刻です"),
        hint: Text(
          en: "Leave it out, or check this machine's clock.",
          ja: "行ごと削除するか、この端末の時計を確認してください。"
        )
      )
    }
    return date
  }

  private func date(
    _ value: TOMLReader.Value,
    _ act: ExceptionTable.Act
  ) throws(ExceptionsFault) -> Date {
    switch value {
    case .instant(let text): if let date = Timestamp.date(text) { return date }
    case .date(let text): if let date = endOfDay(text) { return date }
    case .string, .integer: break
    }
    throw ExceptionsFault(act.line, .endPassed)
  }

  /// The same for the same words, whoever imports them and when.
  private static func id(_ parts: String...) -> String {
    let bytes = Array(parts.joined(separator: "\0").utf8)
    return "file-\(Digest.hex(Digest.sha256(bytes)).prefix(32))"
  }
}

extension Suppression.Scope {
  /// All that it says, in an order of its own.
  fileprivate var words: String {
    let parts: [String] =
      switch self {
      case .findings(let targets):
        targets.flatMap { ["finding", $0.finding, $0.row.description, $0.resource] }
      case .pattern(let it):
        ["pattern", it.row?.description ?? "", it.region?.name ?? "", it.resource?.text ?? ""]
      case .regions(let regions): ["out of scope"] + regions.map(\.name)
      }
    return parts.joined(separator: "\0")
  }
}
