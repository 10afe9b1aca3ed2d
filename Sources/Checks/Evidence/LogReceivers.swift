import AWSOperations
import Domain

/// Which of the account's buckets keep logs, as far as that is known.
struct LogReceivers {
  /// By name.
  let ofTrails: Set<String>
  let all: Set<String>
  /// What may hide some.
  let gaps: [Gap]

  init(of inventory: Inventory) {
    ofTrails = Set(inventory.trails.readable.flatMap(\.value).map(\.bucket))
    let flowLogs = inventory.flowLogs.readable.flatMap(\.value)
      .filter { $0.destinationType == "s3" }
      .compactMap { $0.destination.flatMap(Self.bucket) }
    let buckets = inventory.buckets.known { $0 } ?? []
    let targets = buckets.compactMap { $0.logging.known(\.targetBucket).flatMap(\.self) }
    all = ofTrails.union(flowLogs).union(targets)
    gaps = inventory.trails.gaps + inventory.flowLogs.gaps + buckets.flatMap(\.logging.gaps)
  }

  /// Of an ARN such as `arn:aws:s3:::bucket/prefix`.
  private static func bucket(of arn: String) -> String? {
    let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[2] == "s3" else { return nil }
    return parts[5].split(separator: "/").first.map(String.init)
  }
}
