/// How long the demo account takes to answer, so that its rows fill in as those of a real account.
///
/// The same call always takes the same time: a round trip to the region, and the operation's work.
enum Pace {
  /// In milliseconds for a round trip; the regions that the account has enabled.
  static let distances = [
    "ap-northeast-1": 8, "ap-northeast-2": 35, "ap-northeast-3": 12, "ap-south-1": 120,
    "ap-southeast-1": 70, "ap-southeast-2": 105, "ca-central-1": 145, "eu-central-1": 225,
    "eu-north-1": 240, "eu-west-1": 205, "eu-west-2": 215, "eu-west-3": 220, "sa-east-1": 255,
    "us-east-1": 145, "us-east-2": 135, "us-west-1": 105, "us-west-2": 95,
  ]

  private static let work = [
    "DescribeTrails": 420, "GetTrailStatus": 250, "GetEventSelectors": 250,
    "DescribeInstances": 600, "DescribeVolumes": 700, "DescribeVpcs": 300,
    "DescribeFlowLogs": 450, "GetAccountAuthorizationDetails": 900,
  ]
  private static let ordinaryWork = 120

  static func latency(of call: Call) -> Duration {
    let distance = distances[call.region] ?? 0
    let work = work[call.operation] ?? ordinaryWork
    return .milliseconds(distance + work)
  }
}
