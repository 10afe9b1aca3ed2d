import Domain

/// Lists the log groups with the given names or ARNs, at most 50 of them.
///
/// A group that does not exist is missing from the answer. Emulators answer with every group there
/// is, whatever was asked for.
package struct DescribeLogGroups: PagedOperation {
  package typealias Item = LogGroup

  package static let service = Service.cloudWatchLogs
  package static let name = "DescribeLogGroups"
  package static let permission: Permission = "logs:DescribeLogGroups"

  let identifiers: [String]
  package var pageToken: String?

  package init(identifiers: [String], pageToken: String? = nil) {
    self.identifiers = identifiers
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    json([
      "logGroupIdentifiers": .strings(identifiers),
      "limit": 50,
      "nextToken": pageToken.map(JSONValue.string),
    ])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let answer = try JSONAnswer.decode(Answer.self, from: answer)
    return Page(items: answer.logGroups.map(\.logGroup), nextToken: answer.nextToken)
  }
}

package struct LogGroup: Hashable, Sendable {
  package var name: String
  package var arn: String?
  /// `nil`: kept for ever.
  package var retentionInDays: Int?

  package init(name: String, retentionInDays: Int?) {
    self.name = name
    self.retentionInDays = retentionInDays
  }
}

private struct Answer: Decodable {
  let logGroups: [Entry]
  let nextToken: String?

  struct Entry: Decodable {
    let logGroupName: String
    let logGroupArn: String?
    let arn: String?
    let retentionInDays: Int?

    var logGroup: LogGroup {
      var group = LogGroup(name: logGroupName, retentionInDays: retentionInDays)
      group.arn = logGroupArn ?? arn?.trimmingSuffix(":*")
      return group
    }
  }
}

extension String {
  /// The older of the two ARN members ends in `:*`, which stands for the group's streams.
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
