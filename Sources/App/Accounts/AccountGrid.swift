import Checks
import Domain
import FoundationEssentials
import StateStore

/// What every saved account's rows amount to, worst account first.
struct AccountGrid: Sendable {
  struct Line: Identifiable, Sendable {
    let record: AccountRecord
    /// The profile that leads there, else the organization's name for it.
    let name: String
    let way: SignInWay?
    let standings: [CheckID: Standing]
    let alerts: Int
    let toDo: Int

    var id: AccountID { record.account }

    var choice: AccountChoice { AccountChoice(way, account: id) }

    /// What a filter looks at.
    var searchText: String { "\(name) \(id.digits) \(id.grouped)" }

    fileprivate func urgency(of row: CheckID?) -> Int {
      row.flatMap { standings[$0] }?.urgency ?? 0
    }
  }

  private(set) var lines: [Line]

  init(_ directory: AccountDirectory, at now: Date) {
    let ways = Dictionary(
      directory.lines(at: now).compactMap { line in
        line.way.flatMap { way in line.account.map { ($0, [way]) } }
      },
      uniquingKeysWith: +
    )
    lines = directory.state.accounts.values.map { record in
      let ways = ways[record.account] ?? []
      // Of several, the one that scanned last.
      let way = ways.first { $0 == record.lastScan?.way } ?? ways.first
      return Self.line(record, way: way, at: now)
    }
    sort(by: nil)
  }

  /// By one row's standing first, or by all of them.
  mutating func sort(by row: CheckID?) {
    lines.sort { one, other in
      (one.urgency(of: row), -one.alerts, -one.toDo, one.id)
        < (other.urgency(of: row), -other.alerts, -other.toDo, other.id)
    }
  }

  private static func line(_ record: AccountRecord, way: SignInWay?, at now: Date) -> Line {
    let profile: String? = if case .profile(let name) = way { name } else { nil }
    let standings = Dictionary(
      uniqueKeysWithValues: Catalog.checks.map { ($0.id, Standing(of: $0, in: record, at: now)) }
    )
    return Line(
      record: record,
      name: profile ?? record.lastScan?.accountName ?? record.lastScan?.profile ?? "",
      way: way,
      standings: standings,
      alerts: standings.values.count { $0 == .alert || $0 == .notCompliant },
      toDo: standings.values.count(where: \.needsAction)
    )
  }
}
