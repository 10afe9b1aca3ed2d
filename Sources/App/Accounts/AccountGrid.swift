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
    let profile: String?
    let standings: [CheckID: Standing]
    let alerts: Int
    let toDo: Int

    var id: AccountID { record.account }

    var choice: AccountChoice { AccountChoice(profile: profile, account: id) }

    /// What a filter looks at.
    var searchText: String { "\(name) \(id.digits) \(id.grouped)" }

    fileprivate func urgency(of row: CheckID?) -> Int {
      row.flatMap { standings[$0] }?.urgency ?? 0
    }
  }

  private(set) var lines: [Line]

  init(_ directory: AccountDirectory, at now: Date) {
    let profiles = Dictionary(
      directory.lines(at: now).compactMap { line in
        line.profile.flatMap { profile in line.account.map { ($0, [profile.name]) } }
      },
      uniquingKeysWith: +
    )
    lines = directory.state.accounts.values.map { record in
      let names = profiles[record.account] ?? []
      // Of several profiles, the one that scanned last.
      let profile = names.first { $0 == record.lastScan?.profile } ?? names.first
      return Self.line(record, profile: profile, at: now)
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

  private static func line(_ record: AccountRecord, profile: String?, at now: Date) -> Line {
    let standings = Dictionary(
      uniqueKeysWithValues: Catalog.checks.map { ($0.id, Standing(of: $0, in: record, at: now)) }
    )
    return Line(
      record: record,
      name: profile ?? record.lastScan?.accountName ?? record.lastScan?.profile ?? "",
      profile: profile,
      standings: standings,
      alerts: standings.values.count { $0 == .alert || $0 == .notCompliant },
      toDo: standings.values.count(where: \.needsAction)
    )
  }
}
