import Domain

/// Lists all regions of the partition with their opt-in status.
///
/// With `AllRegions`, because those that the account has not opted in to are told as out of scope;
/// without it AWS leaves them out.
package struct DescribeRegions: AWSOperation {
  package static let service = Service.ec2
  package static let name = "DescribeRegions"
  package static let permission: Permission = "ec2:DescribeRegions"

  package init() {}

  package func request() -> WireRequest {
    form(["AllRegions": "true"])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> [AvailableRegion] {
    try result(of: answer).list("regionInfo", of: "item") { region throws(Undecodable) in
      AvailableRegion(
        region: Region(try region.requiredString("regionName")),
        optInStatus: try region.requiredString("optInStatus")
      )
    }
  }
}

package struct AvailableRegion: Hashable, Sendable {
  package var region: Region
  /// `opt-in-not-required`, `opted-in` or `not-opted-in`.
  package var optInStatus: String

  package init(region: Region, optInStatus: String) {
    self.region = region
    self.optInStatus = optInStatus
  }
}
