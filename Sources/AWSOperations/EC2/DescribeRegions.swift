import Domain

/// Lists the regions the account can use.
///
/// Without `AllRegions`, so that AWS leaves out those not opted into. Emulators list them all the
/// same, with their opt-in status.
package struct DescribeRegions: AWSOperation {
  package static let service = Service.ec2
  package static let name = "DescribeRegions"
  package static let permission: Permission = "ec2:DescribeRegions"

  package init() {}

  package func request() -> WireRequest {
    form()
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
