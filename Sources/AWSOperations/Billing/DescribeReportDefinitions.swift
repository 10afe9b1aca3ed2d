import Domain

/// Lists the Cost and Usage Reports that the account has defined.
///
/// Reports of the payer account do not show in a member account.
package struct DescribeReportDefinitions: PagedOperation {
  package typealias Item = CostReport

  package static let service = Service.costReports
  package static let name = "DescribeReportDefinitions"
  package static let permission: Permission = "cur:DescribeReportDefinitions"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  /// Five is the only page size there is.
  package func request() -> WireRequest {
    json(["MaxResults": 5, "NextToken": pageToken.map(JSONValue.string)])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    guard !JSONAnswer.isEmptyObject(answer) else { return Page(items: []) }
    let answer = try JSONAnswer.decode(Answer.self, from: answer)
    return Page(items: answer.reportDefinitions.map(\.report), nextToken: answer.nextToken)
  }
}

package struct CostReport: Hashable, Sendable {
  package var name: String
  package var bucket: String
  package var prefix: String
  package var region: Region?
  /// As AWS writes it.
  package var lastDelivery: String?
  /// `SUCCESS`, `ERROR_PERMISSIONS` or `ERROR_NO_BUCKET`.
  package var lastStatus: String?

  package init(name: String, bucket: String, prefix: String = "") {
    self.name = name
    self.bucket = bucket
    self.prefix = prefix
  }
}

private struct Answer: Decodable {
  let reportDefinitions: [Entry]
  let nextToken: String?

  struct Entry: Decodable {
    let reportName: String
    let s3Bucket: String
    let s3Prefix: String?
    let s3Region: String?
    let reportStatus: Status?

    struct Status: Decodable {
      let lastDelivery: String?
      let lastStatus: String?
    }

    var report: CostReport {
      var report = CostReport(name: reportName, bucket: s3Bucket, prefix: s3Prefix ?? "")
      report.region = s3Region.map { Region($0) }
      report.lastDelivery = reportStatus?.lastDelivery
      report.lastStatus = reportStatus?.lastStatus
      return report
    }
  }
}
