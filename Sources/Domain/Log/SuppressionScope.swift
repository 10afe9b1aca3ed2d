extension Suppression {
  /// What an exception covers.
  package enum Scope: Hashable, Sendable {
    /// These findings and no others.
    case findings([Target])
    case pattern(Pattern)
    /// These regions are out of scope: scans ask nothing of what is regional there.
    ///
    /// What cannot be read there does not count. What can be read from elsewhere, such as a public
    /// bucket, still does.
    case regions([Region])
  }

  /// One finding, with enough said for people to know it by.
  package struct Target: Hashable, Sendable {
    /// The finding's id.
    package let finding: String
    package let row: CheckID
    /// The resource's ARN.
    package let resource: String

    package init(finding: String, row: CheckID, resource: String) {
      self.finding = finding
      self.row = row
      self.resource = resource
    }
  }

  /// Every finding that fits all that is named.
  package struct Pattern: Hashable, Sendable {
    /// Stands for what belongs to no region.
    package static let global: Region = "global"

    package let row: CheckID?
    package let region: Region?
    /// Of the ARN where it has a colon, else of the short name.
    package let resource: Glob?

    package init(row: CheckID? = nil, region: Region? = nil, resource: Glob? = nil) {
      self.row = row
      self.region = region
      self.resource = resource
    }

    /// True when it would cover everything.
    package var isAny: Bool { row == nil && region == nil && resource?.isAny ?? true }

    package func matches(_ finding: Finding, row: CheckID) -> Bool {
      guard self.row ?? row == row else { return false }
      guard region == nil || region == finding.resource.region ?? Self.global else { return false }
      guard let resource else { return true }
      let isARN = resource.text.contains(":")
      return resource.matches(isARN ? finding.resource.arn : finding.resource.name)
    }
  }
}

extension Suppression.Scope {
  /// The rows it may be about; `nil` means every row.
  package var rows: Set<CheckID>? {
    switch self {
    case .findings(let targets): Set(targets.map(\.row))
    case .pattern(let pattern): pattern.row.map { [$0] }
    case .regions: nil
    }
  }
}
