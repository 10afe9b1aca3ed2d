import Checks
import Domain
import FoundationEssentials
import StateStore

/// A profile, or the environment's keys, with what is kept of its account; or an account that none
/// of them leads to.
struct AccountLine: Identifiable, Sendable {
  enum ID: Hashable {
    case way(SignInWay)
    case account(AccountID)
  }

  let id: ID
  let profile: ProfileListing?
  let account: AccountID?
  let record: AccountRecord?
  /// How many rows need action; `nil` before the first scan.
  let toDo: Int?
  /// Whether it is the one that is shown.
  var isInUse = false

  /// How to scan it; the role that scanned it last will do where nothing else leads there.
  var way: SignInWay? {
    if let profile { return profile.way }
    return role.map(SignInWay.role)
  }

  /// The role that scanned it last, where nothing else leads there.
  var role: NamedRoleWay? {
    guard profile == nil, case .role(let role) = record?.lastScan?.way else { return nil }
    return role
  }

  var choice: AccountChoice {
    // An account nobody has scanned or judged has nothing to show.
    AccountChoice(way, account: record?.account)
  }

  /// What a filter looks at.
  var searchText: String {
    let digits = account.map { "\($0.digits) \($0.grouped)" } ?? ""
    let name = profile?.name ?? record?.lastScan?.accountName ?? ""
    return [name, digits, profile?.region?.name ?? ""].joined(separator: " ")
  }
}

extension AccountDirectory {
  /// The environment's keys and profiles by name, then the accounts that none of them leads to.
  func lines(at now: Date) -> [AccountLine] {
    let owners = owners
    let profiles = (profiles ?? []).map { listing in
      line(listing, listing.account ?? owners[listing.way], at: now)
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
    var line = AccountLine(
      id: listing.map { .way($0.way) } ?? .account(account ?? ""),
      profile: listing,
      account: account,
      record: record,
      toDo: toDo
    )
    switch way {
    case nil: line.isInUse = isShown
    // The role has the same name in every account.
    case .role: line.isInUse = isShown && line.role != nil
    case let way: line.isInUse = listing?.way == way
    }
    return line
  }

  private func rowsToDo(in record: AccountRecord, at now: Date) -> Int {
    Catalog.checks.count { Standing(of: $0, in: record, at: now).needsAction }
  }

  /// Whose account each way led to last.
  private var owners: [SignInWay: AccountID] {
    var latest: [SignInWay: (at: Date, account: AccountID)] = [:]
    for record in state.accounts.values {
      for scan in record.scans {
        guard let way = scan.way else { continue }
        let known = latest[way]
        if known.map({ $0.at < scan.finishedAt }) ?? true {
          latest[way] = (scan.finishedAt, record.account)
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
