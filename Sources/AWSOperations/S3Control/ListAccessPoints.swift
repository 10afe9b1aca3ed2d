import Domain

/// Lists the access points of a region that this account owns.
package struct ListAccessPoints: PagedOperation {
  package typealias Item = AccessPoint

  package static let service = Service.s3Control
  package static let name = "ListAccessPoints"
  package static let permission: Permission = "s3:ListAccessPoints"

  let account: AccountID
  package var pageToken: String?

  package init(account: AccountID, pageToken: String? = nil) {
    self.account = account
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    var query = [WireRequest.Field("maxResults", "1000")]
    if let pageToken { query.append(.init("nextToken", pageToken)) }
    return .s3Control(account, path: ["accesspoint"], query: query)
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let root = try accessPointResult(of: answer)
    let accessPoints = try root.list("AccessPointList", of: "AccessPoint", AccessPoint.init)
    return Page(items: accessPoints, nextToken: root.string("NextToken"))
  }
}

/// An access point of a bucket, with what decides whether it is public.
package struct AccessPoint: Hashable, Sendable {
  package var name: String
  package var arn: String?
  package var bucket: String
  /// `Internet` or `VPC`.
  package var networkOrigin: String
  package var bucketAccountID: String?

  package init(name: String, bucket: String, networkOrigin: String) {
    self.name = name
    self.bucket = bucket
    self.networkOrigin = networkOrigin
  }
}

extension AccessPoint {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      name: try element.requiredString("Name"),
      bucket: try element.requiredString("Bucket"),
      networkOrigin: try element.requiredString("NetworkOrigin")
    )
    arn = element.string("AccessPointArn")
    bucketAccountID = element.string("BucketAccountId")
  }
}
