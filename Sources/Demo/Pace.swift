/// How long the demo account takes to answer, so that its rows fill in as those of a real account.
///
/// The same call always takes the same time: round trips to the region, the operation's own work,
/// and something of each call's own, so that answers do not come in step.
enum Pace {
  /// A round trip in milliseconds, of the regions that the account has enabled.
  static let distances = [
    "ap-northeast-1": 8, "ap-northeast-2": 35, "ap-northeast-3": 12, "ap-south-1": 120,
    "ap-southeast-1": 70, "ap-southeast-2": 105, "ca-central-1": 145, "eu-central-1": 225,
    "eu-north-1": 240, "eu-west-1": 205, "eu-west-2": 215, "eu-west-3": 220, "sa-east-1": 255,
    "us-east-1": 145, "us-east-2": 135, "us-west-1": 105, "us-west-2": 95,
  ]

  /// For the connection, TLS and the request.
  private static let roundTrips = 3

  /// In milliseconds.
  private static let work = [
    "GetCallerIdentity": 40, "DescribeRegions": 60, "GetAccountAuthorizationDetails": 1_300,
    "DescribeTrails": 200, "DescribeInstances": 900, "DescribeVolumes": 1_900,
    "DescribeVpcs": 500, "DescribeFlowLogs": 500,
  ]
  private static let ordinaryWork = 100
  /// Wherever they are: for very many pages nobody wants to wait as long as for AWS.
  private static let workOfCrowd = 20
  private static let mostOwn: UInt64 = 300

  static func latency(of call: Call) -> Duration {
    if Crowd.isAsked(by: call) { return .milliseconds(workOfCrowd) }
    let distance = roundTrips * (distances[call.region] ?? 0)
    let work = work[call.operation] ?? ordinaryWork
    return .milliseconds(distance + work + own(call))
  }

  /// Between nothing and `mostOwn`, by the call's name, region and bucket.
  private static func own(_ call: Call) -> Int {
    let name = "\(call.operation) \(call.region) \(call.parameters["bucket"] ?? "")"
    return Int(name.utf8.reduce(0) { ($0 &* 31 &+ UInt64($1)) % 1_000_003 } % mostOwn)
  }
}
