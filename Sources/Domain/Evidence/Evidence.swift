/// What the account shows to the person who judges a manual row.
///
/// Nothing in it decides the row, with one exception: `alertsAtOnce`.
package struct Evidence: Hashable, Sendable {
  /// A labelled value, such as how many keys are older than a year.
  package struct Line: Hashable, Sendable {
    package let label: Text
    package let value: Text

    package init(_ label: Text, _ value: Text) {
      self.label = label
      self.value = value
    }
  }

  package struct Table: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
      package let cells: [Text]
      /// To be highlighted: a flag is about it.
      package let isFlagged: Bool

      package init(_ cells: [Text], isFlagged: Bool = false) {
        self.cells = cells
        self.isFlagged = isFlagged
      }
    }

    package let title: Text
    package let columns: [Text]
    /// Flagged ones first.
    package let rows: [Row]
    /// How many more there were than are kept.
    package let omitted: Int

    package init(_ title: Text, columns: [Text], rows: [Row], omitted: Int = 0) {
      self.title = title
      self.columns = columns
      self.rows = rows.filter(\.isFlagged) + rows.filter { !$0.isFlagged }
      self.omitted = omitted
    }

    /// A row for each of some things, no more than are kept: there may be a hundred thousand.
    package init<Thing>(
      _ title: Text,
      columns: [Text],
      of things: [Thing],
      isFlagged: (Thing) -> Bool,
      cells: (Thing) -> [Text]
    ) {
      let flags = things.map(isFlagged)
      let flagged = things.indices.filter { flags[$0] }
      let kept = (flagged + things.indices.lazy.filter { !flags[$0] })
        .prefix(EvidenceRecord.rowsKept)
      self.init(
        title,
        columns: columns,
        rows: kept.map { Row(cells(things[$0]), isFlagged: flags[$0]) },
        omitted: things.count - kept.count
      )
    }

    func shortened(to count: Int) -> Self {
      guard rows.count > count else { return self }
      return Self(
        title,
        columns: columns,
        rows: Array(rows.prefix(count)),
        omitted: omitted + rows.count - count
      )
    }
  }

  /// Something that could not be read, and where.
  package struct NotVisible: Hashable, Sendable {
    package let action: Permission
    package let cause: Gap.Cause
    /// Sorted; none for what belongs to no region.
    package let regions: [Region]
    package let words: Text

    package init(action: Permission, cause: Gap.Cause, regions: [Region], words: Text) {
      self.action = action
      self.cause = cause
      self.regions = regions
      self.words = words
    }
  }

  /// One sentence.
  package var summary: Text
  /// Why the row alerts whatever anybody attested; empty for all but a public billing bucket.
  package var alertsAtOnce: [Text] = []
  /// What a reviewer must look at first.
  package var flags: [Text] = []
  package var lines: [Line] = []
  package var tables: [Table] = []
  package var notVisible: [NotVisible] = []
  package var material = MaterialFacts()
  /// Kept so that no month is paid for twice.
  package var closedMonths: [ClosedMonth] = []

  package init(summary: Text) {
    self.summary = summary
  }
}
