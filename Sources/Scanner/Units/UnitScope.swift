import Checks
import Domain

/// What to ask for to judge one finding again, and nothing else of its row.
///
/// Nothing is listed that can be named: a volume is asked for by its id, a bucket by its name, and
/// where the finding itself tells what else the judgement hangs on, that is asked for beside it.
package struct UnitScope: Sendable {
  let check: Check
  let resource: Resource
  let extent: Extent
  /// Where regional calls go.
  let regions: [Region]
  /// Of a volume or an instance.
  let id: String?
  /// The bucket, then those that its judgement hangs on.
  let buckets: [Bucket]

  /// `nil` where AWS has no answer smaller than the row's.
  package init?(_ check: Check, _ finding: Finding) {
    let resource = finding.resource
    let arn = resource.arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard arn.count == 6 else { return nil }
    self.check = check
    self.resource = resource
    let (service, name) = (arn[2], String(arn[5]))
    switch service {
    case "s3" where check.needs.contains(.buckets) && !finding.isOfForeignBucket:
      extent = .resource(resource)
      (id, regions) = (nil, finding.homesOfTrails)
      buckets = [Bucket(name, finding)] + finding.companions(of: name)
      if check.needs.contains(.trails) && regions.isEmpty { return nil }
    case "ec2", "cloudtrail":
      guard let region = resource.region else { return nil }
      extent = name == "*" ? .region(region) : .resource(resource)
      let isListed = name.hasPrefix("volume/") || name.hasPrefix("instance/")
      (id, regions, buckets) = (isListed ? resource.name : nil, [region], [])
      if check.needs.contains(.buckets) { return nil }
    case "iam" where check.needs == [.accountSummary]:
      extent = .resource(resource)
      (id, regions, buckets) = (nil, [], [])
    default: return nil
    }
  }
}

extension Bucket {
  fileprivate init(_ name: String, _ finding: Finding) {
    let createdAt = finding.values["createdAt"].flatMap(Timestamp.date)
    self.init(name: name, region: finding.resource.region, createdAt: createdAt)
  }
}

extension Finding {
  /// Whether the bucket is in our list, or was to be, would have to be asked first.
  fileprivate var isOfForeignBucket: Bool {
    values["likelyOwner"] != nil || reason.code == "trailBucketMissing"
  }

  /// The buckets that log into this one, that it logs into, and on the way round to itself.
  fileprivate func companions(of bucket: String) -> [Bucket] {
    let names =
      values.list("logSources") + values.list("target")
      + values.list("cycle", separator: " > ")
    var seen: Set = [bucket]
    return names.filter { seen.insert($0).inserted }
      .map { Bucket(name: $0, region: resource.region) }
  }

  /// The regions in the ARNs of the trails that deliver to the bucket.
  fileprivate var homesOfTrails: [Region] {
    let homes = values.list("trails").compactMap { trail -> Region? in
      let fields = trail.split(separator: ":", omittingEmptySubsequences: false)
      return fields.count > 4 && fields[2] == "cloudtrail" ? Region(String(fields[3])) : nil
    }
    return Set(homes).sorted()
  }
}

extension Values {
  /// What a list in a finding names; how many more there were is none of it.
  fileprivate func list(_ key: String, separator: String = ", ") -> [String] {
    (self[key] ?? "").split(separator: separator).map(String.init)
      .filter { !$0.hasPrefix("+") }
  }
}
