import Domain
import FoundationEssentials

/// Lists the account's buckets, in every region.
///
/// A page size is asked for even where one page would do: without one AWS leaves out the buckets'
/// regions, and refuses accounts with a quota above 10,000.
package struct ListBuckets: PagedOperation {
  package typealias Item = ListedBucket

  package static let service = Service.s3
  package static let name = "ListBuckets"
  package static let permission: Permission = "s3:ListAllMyBuckets"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    var query = [WireRequest.Field("max-buckets", "1000")]
    if let pageToken { query.append(.init("continuation-token", pageToken)) }
    return WireRequest(method: "GET", query: query)
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let root = try root("ListAllMyBucketsResult", of: answer)
    let buckets = try root.list("Buckets", of: "Bucket") { bucket throws(Undecodable) in
      ListedBucket(
        name: try bucket.requiredString("Name"),
        createdAt: try bucket.date("CreationDate"),
        region: bucket.string("BucketRegion").map { Region($0) }
      )
    }
    return Page(items: buckets, nextToken: root.string("ContinuationToken"))
  }
}

package struct ListedBucket: Hashable, Sendable {
  package var name: String
  package var createdAt: Date?
  /// AWS sends it only in paginated answers, emulators never.
  package var region: Region?

  package init(name: String, createdAt: Date? = nil, region: Region? = nil) {
    self.name = name
    self.createdAt = createdAt
    self.region = region
  }
}
