import AWSOperations
import Domain

/// One export of billing data, of the old kind or the new.
struct BillingDelivery {
  enum Kind: String {
    case costReport = "cur"
    case dataExport = "export"

    var words: Text {
      switch self {
      case .costReport: Text(verbatim: "CUR")
      case .dataExport: Text(verbatim: "Data Exports")
      }
    }
  }

  let kind: Kind
  let name: String
  /// `nil`, like the prefix, when it could not be read.
  let bucket: String?
  let prefix: String?
  let owner: AccountID?
  let region: Region?
  /// As AWS writes it, or the day.
  let lastDelivery: String?

  /// Where it goes, for facts that are kept.
  var destination: String {
    guard let bucket, let prefix else { return MaterialFacts.unreadable }
    return "\(bucket)/\(prefix)"
  }
}

/// Everything that delivers billing data into a bucket.
struct BillingDeliveries {
  let all: [BillingDelivery]
  let gaps: [Gap]
  /// By kind and name, where each goes; unreadable unless both kinds could be listed.
  let facts: Fact<[String: String]>

  init(of inventory: Inventory) {
    let evidence = inventory.evidence
    let reports = evidence.costReports.map { $0.map(BillingDelivery.init) }
    let exports = evidence.dataExports.map { $0.map(BillingDelivery.init) }
    let known = [reports, exports].compactMap { $0.known { $0 } }.flatMap(\.self)
    all = known.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
    let destinations = evidence.dataExports.known { $0.flatMap(\.destination.gaps) } ?? []
    gaps = reports.gaps + exports.gaps + destinations
    facts = reports.flatMap { reports in
      exports.map { exports in
        let pairs = (reports + exports).map { ("\($0.kind.rawValue):\($0.name)", $0.destination) }
        return Dictionary(pairs) { first, _ in first }
      }
    }
  }

  /// Sorted, each once.
  var buckets: [String] { Set(all.compactMap(\.bucket)).sorted() }
}

extension BillingDelivery {
  fileprivate init(_ report: CostReport) {
    self.init(
      kind: .costReport,
      name: report.name,
      bucket: report.bucket,
      prefix: report.prefix,
      owner: nil,
      region: report.region,
      lastDelivery: report.lastDelivery.map(Self.day(fromBasic:))
    )
  }

  fileprivate init(_ observed: DataExport) {
    let target = observed.destination.known { $0 }
    self.init(
      kind: .dataExport,
      name: observed.export.name,
      bucket: target?.bucket,
      prefix: target?.prefix,
      owner: target?.owner,
      region: target?.region,
      lastDelivery: observed.export.refreshedAt?.day
    )
  }
  /// `2026-06-01` for `20260601T031500Z`, as cost reports have it; anything else stays as it is.
  ///
  /// ReportStatus: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/
  private static func day(fromBasic moment: String) -> String {
    let digits = moment.prefix { $0 != "T" }
    guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return moment }
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }
}
