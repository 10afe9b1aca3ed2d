extension RowSummary {
  /// Units of a row that the same exceptions cover.
  ///
  /// Kept beside the counts, so that what counts at any instant follows from the small file alone:
  /// no finding need be read when an exception ends.
  package struct Excepted: Hashable, Sendable {
    /// Sorted ids; the units count while none of these is in force.
    package let by: [Suppression.ID]
    package let counts: Counts

    package init(by: [Suppression.ID], counts: Counts) {
      self.by = by
      self.counts = counts
    }
  }

  /// The counts without what any of these covers.
  package func excepting(_ suppressions: some Sequence<Suppression>) -> Self {
    guard !excepted.isEmpty else { return self }
    let inForce = Set(suppressions.map(\.id))
    var summary = self
    for group in excepted where group.by.contains(where: inForce.contains) {
      summary.counts.except(group.counts)
    }
    return summary
  }
}

extension Coverage {
  /// Gathers what is covered, by what covers it.
  package func groups(
    of findings: some Sequence<(finding: Finding, id: () -> String)>
  ) -> [RowSummary.Excepted] {
    guard !isEmpty else { return [] }
    var groups: [[Suppression.ID]: RowSummary.Counts] = [:]
    for (finding, id) in findings {
      let by = suppressions(of: finding, id: id()).map(\.id).sorted()
      if !by.isEmpty { groups[by, default: RowSummary.Counts()].count(finding) }
    }
    return groups.map { RowSummary.Excepted(by: $0, counts: $1) }
      .sorted { $0.by.lexicographicallyPrecedes($1.by) }
  }
}
