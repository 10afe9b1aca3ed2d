import Domain
import FoundationEssentials

/// Lists the exports of billing data, without where they go.
package struct ListExports: PagedOperation {
  package typealias Item = ListedExport

  package static let service = Service.dataExports
  package static let name = "ListExports"
  package static let permission: Permission = "bcm-data-exports:ListExports"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    json(["MaxResults": 100, "NextToken": pageToken.map(JSONValue.string)])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    guard !JSONAnswer.isEmptyObject(answer) else { return Page(items: []) }
    let answer = try JSONAnswer.decode(Answer.self, from: answer)
    return Page(items: answer.exports.map(\.export), nextToken: answer.nextToken)
  }
}

package struct ListedExport: Hashable, Sendable {
  package var arn: String
  package var name: String
  /// `HEALTHY` or `UNHEALTHY`.
  package var status: String?
  package var refreshedAt: Date?

  package init(arn: String, name: String, status: String? = nil, refreshedAt: Date? = nil) {
    self.arn = arn
    self.name = name
    self.status = status
    self.refreshedAt = refreshedAt
  }
}

private struct Answer: Decodable {
  let exports: [Entry]
  let nextToken: String?

  struct Entry: Decodable {
    let exportArn: String
    let exportName: String
    let exportStatus: Status?

    struct Status: Decodable {
      let statusCode: String?
      let lastRefreshedAt: Date?
    }

    var export: ListedExport {
      ListedExport(
        arn: exportArn,
        name: exportName,
        status: exportStatus?.statusCode,
        refreshedAt: exportStatus?.lastRefreshedAt
      )
    }
  }
}
