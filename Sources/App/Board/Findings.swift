import Domain
import TerminalUI

/// The findings of one row, sorted once, worst first.
///
/// An object that never changes, so that a screen that holds a hundred thousand of them is copied
/// as one pointer. It is made where the scan runs, not where the screen is drawn.
package final class Findings: Sendable {
  package let records: [FindingRecord]
  package let ids: [FindingRecord.ID]
  /// Alerts by region, most first.
  package let alertsByRegion: [RegionCount]
  /// Whether any of them is in a region.
  package let isRegional: Bool
  /// So many records at the beginning ask somebody to act.
  package let needingAction: Int
  /// Places of records that the latest scan saw for the first time.
  package let new: [Int]
  /// How many alerts the latest scan saw for the first time.
  package let newAlerts: Int
  /// The first of them, for a preview.
  package let firstNewAlerts: [FindingRecord]
  /// The first alerts.
  package let firstAlerts: [FindingRecord]
  /// What was there and the latest scan did not see, as findings of their own.
  package let past: Findings?
  private let fates: [FindingRecord.ID: PastFinding]
  /// What a filter looks at, in both languages.
  package let index: SearchIndex
  private let places: [FindingRecord.ID: Int]

  package struct RegionCount: Hashable, Sendable {
    package let region: Region?
    package let count: Int
  }

  private static let previewed = 5

  static let nothing = Findings([])

  package convenience init(_ memory: RowMemory) {
    self.init(memory.present, past: memory.past)
  }

  package init(_ records: some Sequence<FindingRecord>, past: [PastFinding] = []) {
    self.past = past.isEmpty ? nil : Findings(past.map(\.record))
    fates = Dictionary(past.map { ($0.id, $0) }) { first, _ in first }
    let sorted = records.map { (rank: Rank($0.finding), record: $0) }.sorted { $0.rank < $1.rank }
    self.records = sorted.map(\.record)
    ids = self.records.map(\.id)
    places = Dictionary(zip(ids, ids.indices)) { first, _ in first }
    let alerts = self.records.prefix { $0.finding.status == .alert }
    needingAction = self.records.prefix(while: \.finding.needsAction).count
    new = self.records.indices.filter { [records = self.records] in records[$0].isNew }
    let newAlerts = new.prefix { $0 < alerts.endIndex }
    self.newAlerts = newAlerts.count
    firstNewAlerts = newAlerts.prefix(Self.previewed).map { alerts[$0] }
    firstAlerts = Array(alerts.prefix(Self.previewed))
    index = Self.index(of: self.records)
    alertsByRegion = Self.alertsByRegion(in: self.records)
    isRegional = self.records.contains { $0.finding.resource.region != nil }
  }

  package subscript(id: FindingRecord.ID) -> FindingRecord? {
    places[id].map { records[$0] }
  }

  /// What became of a finding that is not there any more.
  package func fate(of id: FindingRecord.ID) -> PastFinding? { fates[id] }

  /// All that is remembered, in no order.
  package var memory: RowMemory { RowMemory(present: records, past: Array(fates.values)) }

  package func place(of id: FindingRecord.ID) -> Int? { places[id] }

  /// The places of records that a filter leaves, in order; `nil` once nobody wants them.
  package func places(
    passing query: FilterQuery,
    _ scope: ListFilter.Scope,
    isStale: () -> Bool = { false }
  ) -> [Int]? {
    guard let matches = index.rows(matching: query, isStale: isStale) else { return nil }
    switch scope {
    case .all: return matches
    case .needsAction: return Array(matches.prefix { $0 < needingAction })
    case .changed:
      let new = Set(new)
      return matches.filter { new.contains($0) }
    }
  }

  private static func alertsByRegion(in records: [FindingRecord]) -> [RegionCount] {
    let regions = records.lazy.filter { $0.finding.status == .alert }.map(\.finding.resource.region)
    return Dictionary(regions.map { ($0, 1) }, uniquingKeysWith: +)
      .map { RegionCount(region: $0, count: $1) }
      .sorted { ($1.count, $0.region?.name ?? "") < ($0.count, $1.region?.name ?? "") }
  }

  /// The worst is 0.
  static func severity(of finding: Finding) -> Int {
    switch finding.status {
    case .alert: 0
    case .unknown: 1
    case .pass: finding.isWarning ? 2 : 3
    case .notApplicable: 4
    }
  }

  /// What findings are sorted by.
  private struct Rank: Comparable {
    let severity: Int
    let region: String
    let arn: String

    init(_ finding: Finding) {
      severity = Findings.severity(of: finding)
      region = finding.resource.region?.name ?? ""
      arn = finding.resource.arn
    }

    static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.severity, lhs.region, lhs.arn) < (rhs.severity, rhs.region, rhs.arn)
    }
  }
}

/// Findings in the order somebody looks through them.
package struct FindingList: Equatable, Sendable {
  package let ids: [FindingRecord.ID]
  package var index: Int
}
