import Checks
import Domain
import FoundationEssentials
import StateStore

/// A profile with what is kept of its account, or an account that no profile leads to.
struct AccountLine: Identifiable, Sendable {
  enum ID: Hashable {
    case profile(String)
    case account(AccountID)
  }

  let id: ID
  let profile: ProfileListing?
  let account: AccountID?
  let record: AccountRecord?
  /// How many rows need action; `nil` before the first scan.
  let toDo: Int?
  /// Whether it is the one that is shown.
  let isInUse: Bool

  var choice: AccountChoice {
    // An account nobody has scanned or judged has nothing to show.
    AccountChoice(profile: profile?.name, account: record?.account)
  }

  /// What a filter looks at.
  var searchText: String {
    let digits = account.map { "\($0.digits) \($0.grouped)" } ?? ""
    return [profile?.name ?? "", digits, profile?.region?.name ?? ""].joined(separator: " ")
  }
}

extension AccountDirectory {
  /// Profiles by name, then the accounts that none of them leads to.
  func lines(at now: Date) -> [AccountLine] {
    let owners = owners
    let profiles = (profiles ?? []).map { listing in
      line(listing, listing.account ?? owners[listing.name], at: now)
    }
    let reached = Set(profiles.compactMap(\.account))
    let others = state.accounts.keys.filter { !reached.contains($0) }.sorted()
    return profiles + others.map { line(nil, $0, at: now) }
  }

  private func line(
    _ listing: ProfileListing?,
    _ account: AccountID?,
    at now: Date
  ) -> AccountLine {
    let record = account.flatMap { state.accounts[$0] }
    let toDo = record?.lastScan == nil ? nil : record.map { rowsToDo(in: $0, at: now) }
    let isShown = account != nil && account == state.currentAccount
    let isInUse = profile == nil ? isShown : listing?.name == profile
    return AccountLine(
      id: listing.map { .profile($0.name) } ?? .account(account ?? ""),
      profile: listing,
      account: account,
      record: record,
      toDo: toDo,
      isInUse: isInUse
    )
  }

  private func rowsToDo(in record: AccountRecord, at now: Date) -> Int {
    Catalog.checks.count { Standing(of: $0, in: record, at: now).needsAction }
  }

  /// Whose account each profile scanned last.
  private var owners: [String: AccountID] {
    var latest: [String: (at: Date, account: AccountID)] = [:]
    for record in state.accounts.values {
      for scan in record.scans {
        guard let profile = scan.profile else { continue }
        let known = latest[profile]
        if known.map({ $0.at < scan.finishedAt }) ?? true {
          latest[profile] = (scan.finishedAt, record.account)
        }
      }
    }
    return latest.mapValues(\.account)
  }
}

extension AccountRecord {
  fileprivate var scans: [ScanSummary] {
    let past = history.compactMap { event in
      if case .scan(let scan, _) = event.kind { scan } else { nil }
    }
    return past + [lastScan].compactMap { $0 }
  }
}
