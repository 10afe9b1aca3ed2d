import Domain

extension StateFile {
  /// Appends what people decided, all of it or nothing, and returns the log that follows.
  ///
  /// An entry whose id is already there changes nothing.
  mutating func append(
    _ entries: [LogEntry],
    in account: AccountID,
    _ partition: Partition
  ) throws(StateError) -> Log {
    var log = state.accounts[account]?.log ?? Log()
    var fresh: [LogEntry] = []
    for entry in entries where !log.contains(entry.id) {
      if let refusal = log.refusal(of: entry) { throw .refused(refusal) }
      log.append(entry)
      fresh.append(entry)
    }
    guard !fresh.isEmpty else { return log }
    change(account, partition) { json in
      var chain = LogChain(of: json, account)
      for entry in fresh { chain.append(entry.json) }
      chain.write(to: &json)
    }
    if state.currentAccount == nil { choose(account) }
    return log
  }

  /// Says anew what exceptions cover in these rows, whose findings are these.
  mutating func except(
    _ rows: [CheckID: [FindingRecord]],
    by suppressions: [Suppression],
    in account: AccountID
  ) {
    for (row, records) in rows where state.accounts[account]?.rows[row] != nil {
      let coverage = Coverage(of: row, by: suppressions)
      let groups = coverage.groups(of: records.map { record in (record.finding, { record.id }) })
      tree[member: "accounts"][member: account.digits][member: "rows"][member: row.description]
        .set("excepted", groups.isEmpty ? nil : .array(groups.map(\.json)))
    }
  }

  /// Whether each account's log is as it was written.
  var verifications: [AccountID: LogVerification] {
    Dictionary(
      uniqueKeysWithValues: state.accounts.keys.map { account in
        let json = tree[member: "accounts"][member: account.digits]
        return (account, LogAudit(of: json, account).verification)
      }
    )
  }
}
