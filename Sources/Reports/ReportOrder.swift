import Domain

/// The order of findings in reports for programs: region, resource, qualifier.
struct ReportOrder: Comparable {
  let region: String
  let arn: String
  let qualifier: String

  init(_ finding: Finding) {
    region = finding.resource.region?.name ?? "global"
    arn = finding.resource.arn
    qualifier = finding.resource.qualifier ?? ""
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.region, lhs.arn, lhs.qualifier) < (rhs.region, rhs.arn, rhs.qualifier)
  }
}

extension Sequence {
  /// Sorted by a key that is made once for each element.
  func sorted<Key: Comparable>(byKey key: (Element) -> Key) -> [Element] {
    map { (key: key($0), element: $0) }.sorted { $0.key < $1.key }.map(\.element)
  }
}

extension Sequence where Element == Finding {
  var inReportOrder: [Finding] { sorted(byKey: { ReportOrder($0) }) }
}

extension Sequence where Element == FindingRecord {
  var inReportOrder: [FindingRecord] { sorted(byKey: { ReportOrder($0.finding) }) }
}
