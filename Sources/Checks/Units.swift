import Domain
import FoundationEssentials

extension Resource {
  static func bucket(_ name: String, in region: Region?, of inventory: Inventory) -> Self {
    Self(arn: "arn:\(inventory.partition.rawValue):s3:::\(name)", region: region)
  }

  /// A resource of EC2, such as `volume`; of our own account unless it says whose.
  static func ec2(
    _ kind: String,
    _ id: String,
    in region: Region,
    of inventory: Inventory,
    owner: AccountID? = nil
  ) -> Self {
    let (partition, owner) = (inventory.partition.rawValue, owner ?? inventory.account)
    return Self(
      arn: "arn:\(partition):ec2:\(region.name):\(owner.digits):\(kind)/\(id)",
      region: region
    )
  }
}

extension Finding {
  /// Judges one unit.
  ///
  /// A gap makes the unit unknown. A unit that vanished between listing and looking makes no
  /// finding at all.
  static func judging(
    _ unit: Resource,
    _ values: Values = [:],
    _ judge: () throws(Gap) -> Finding
  ) -> Finding? {
    do throws(Gap) {
      return try judge()
    } catch {
      return error.cause == .gone ? nil : .unknown(unit, error, values)
    }
  }

  /// A unit that cannot be judged, for a reason that deserves its own words.
  static func unknown(
    _ resource: Resource,
    _ gap: Gap,
    because reason: Reason,
    _ values: Values = [:]
  ) -> Self {
    var finding = Self.unknown(resource, gap, values)
    finding.reason = reason
    return finding
  }
}

extension Fact where Value == Bool {
  /// Three-valued: one known `true` settles it, whatever could not be read.
  func or(_ other: Self) -> Self {
    switch (self, other) {
    case (.known(true), _), (_, .known(true)): .known(true)
    case (.unreadable, _): self
    case (_, .unreadable): other
    case (.known(false), .known(false)): .known(false)
    }
  }

  /// Three-valued: one known `false` settles it, whatever could not be read.
  func and(_ other: Self) -> Self {
    map { !$0 }.or(other.map { !$0 }).map { !$0 }
  }
}

extension Sequence<String> {
  /// For evidence: the first twenty, and how many more there are.
  var listed: String {
    let all = Array(self)
    let shown = all.prefix(20).joined(separator: ", ")
    return all.count > 20 ? "\(shown), +\(all.count - 20)" : shown
  }
}

extension Date {
  /// In UTC, as files and evidence spell instants.
  var timestamp: String { formatted(.iso8601) }
}
