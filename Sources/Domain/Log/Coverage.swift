import FoundationEssentials

/// Which findings of a row some exceptions cover.
package struct Coverage: Sendable {
  private let row: CheckID
  private var byFinding: [String: [Suppression]] = [:]
  private var patterns: [(pattern: Suppression.Pattern, suppression: Suppression)] = []
  private var byRegion: [Region: [Suppression]] = [:]

  package init(of row: CheckID, by suppressions: some Sequence<Suppression>) {
    self.row = row
    for suppression in suppressions where suppression.scope.rows?.contains(row) ?? true {
      switch suppression.scope {
      case .findings(let targets):
        for target in targets where target.row == row {
          byFinding[target.finding, default: []].append(suppression)
        }
      case .pattern(let pattern): patterns.append((pattern, suppression))
      case .regions(let regions):
        for region in regions { byRegion[region, default: []].append(suppression) }
      }
    }
  }

  package var isEmpty: Bool { byFinding.isEmpty && patterns.isEmpty && byRegion.isEmpty }

  /// All that cover the finding; its id is asked for only when it matters.
  package func suppressions(
    of finding: Finding,
    id: @autoclosure () -> String
  ) -> [Suppression] {
    guard finding.canBeExcepted else { return [] }
    let named = byFinding.isEmpty ? [] : byFinding[id()] ?? []
    return named + patterns.filter { $0.pattern.matches(finding, row: row) }.map(\.suppression)
      + outOfScope(finding)
  }

  private func outOfScope(_ finding: Finding) -> [Suppression] {
    guard !byRegion.isEmpty, finding.status == .unknown else { return [] }
    return finding.resource.region.flatMap { byRegion[$0] } ?? []
  }

  /// The one that covers the finding longest.
  package func suppression(of finding: Finding, id: @autoclosure () -> String) -> Suppression? {
    suppressions(of: finding, id: id()).max { $0.expiresAt < $1.expiresAt }
  }
}

extension Finding {
  /// A plain pass, or what a check does not apply to, leaves nothing to accept.
  package var canBeExcepted: Bool { status == .alert || status == .unknown || isWarning }
}

extension Log {
  /// What is excepted in a row at one instant.
  package func coverage(of row: CheckID, at now: Date) -> Coverage {
    Coverage(of: row, by: suppressions.filter { $0.isInForce(at: now) })
  }

  /// Whether the entry brings or renews an exception that may cover findings of the row.
  package func excepts(_ entry: LogEntry, in row: CheckID) -> Bool {
    let suppression: Suppression? =
      switch entry {
      case .exception(let it): it
      case .renewal(let it): self.suppression(it.suppression)
      case .attestation, .withdrawal, .ending: nil
      }
    return suppression.map { $0.scope.rows?.contains(row) ?? true } ?? false
  }

  /// What is or may come into force again.
  package var openSuppressions: [Suppression] { suppressions.filter { $0.ending == nil } }
}
