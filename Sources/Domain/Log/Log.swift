/// What people decided about an account: attestations, exceptions, and what became of them.
///
/// Append-only: nothing is ever changed or taken out. What holds now follows from the entries.
package struct Log: Hashable, Sendable {
  /// Oldest first.
  package private(set) var entries: [LogEntry] = []
  /// All of them, the withdrawn ones too, oldest first.
  package private(set) var attestations: [Attestation] = []
  /// All of them with their renewals and ends, oldest first.
  package private(set) var suppressions: [Suppression] = []
  private var withdrawals: [Attestation.ID: Withdrawal] = [:]
  private var standing: [CheckID: [Attestation]] = [:]
  private var ids: Set<String> = []

  package init(_ entries: some Sequence<LogEntry> = []) {
    for entry in entries { append(entry) }
  }

  package mutating func append(_ entry: LogEntry) {
    entries.append(entry)
    ids.insert(entry.id)
    switch entry {
    case .attestation(let attestation):
      attestations.append(attestation)
      standing[attestation.row, default: []].append(attestation)
    case .withdrawal(let withdrawal):
      withdrawals[withdrawal.attestation] = withdrawals[withdrawal.attestation] ?? withdrawal
      for row in standing.keys { standing[row]?.removeAll { $0.id == withdrawal.attestation } }
    case .exception(let suppression): suppressions.append(suppression)
    case .renewal(let renewal): change(renewal.suppression) { $0.take(renewal) }
    case .ending(let ending): change(ending.suppression) { $0.take(ending) }
    }
  }

  private mutating func change(_ id: Suppression.ID, _ change: (inout Suppression) -> Void) {
    guard let index = suppressions.firstIndex(where: { $0.id == id }) else { return }
    change(&suppressions[index])
  }

  package func suppression(_ id: Suppression.ID) -> Suppression? {
    suppressions.first { $0.id == id }
  }

  package func contains(_ id: LogEntry.ID) -> Bool {
    ids.contains(id)
  }

  /// The row's attestations that nobody withdrew, oldest first.
  package func attestations(of row: CheckID) -> [Attestation] {
    standing[row] ?? []
  }

  /// What took an attestation back; `nil` while it stands.
  package func withdrawal(of attestation: Attestation.ID) -> Withdrawal? {
    withdrawals[attestation]
  }

  package static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.entries == rhs.entries
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(entries)
  }
}
