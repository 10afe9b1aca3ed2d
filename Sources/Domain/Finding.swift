/// What one check says about one resource.
package struct Finding: Hashable, Sendable {
  package enum Status: String, CaseIterable, Sendable {
    /// Facts prove that the criterion is met.
    case pass
    /// Facts prove what the checklist calls an alert.
    case alert
    /// A fact that the answer needs could not be read. Never counted as a pass, never as an alert.
    case unknown
    /// The unit exists, but the criterion does not apply to it.
    case notApplicable
  }

  package var status: Status
  package var resource: Resource
  package var reason: Reason
  package var values: Values
  /// What weakens a pass.
  package var warnings: [Reason]

  package init(
    _ status: Status,
    _ resource: Resource,
    _ reason: Reason,
    _ values: Values = [:],
    warnings: [Reason] = []
  ) {
    self.status = status
    self.resource = resource
    self.reason = reason
    self.values = values
    self.warnings = warnings
  }

  package static func pass(
    _ resource: Resource,
    _ reason: Reason,
    _ values: Values = [:],
    warnings: [Reason] = []
  ) -> Self {
    Self(.pass, resource, reason, values, warnings: warnings)
  }

  package static func alert(_ resource: Resource, _ reason: Reason, _ values: Values = [:]) -> Self
  {
    Self(.alert, resource, reason, values)
  }

  package static func notApplicable(
    _ resource: Resource,
    _ reason: Reason,
    _ values: Values = [:]
  ) -> Self {
    Self(.notApplicable, resource, reason, values)
  }

  /// A unit that cannot be judged.
  ///
  /// The gap's parts become values, so that files keep them.
  package static func unknown(_ resource: Resource, _ gap: Gap, _ values: Values = [:]) -> Self {
    var values = values
    values["cause"] = gap.cause.rawValue
    values["action"] = gap.permission.name
    values["code"] = gap.code
    values["deniedBy"] = gap.deniedBy?.rawValue
    values["message"] = gap.message
    return Self(.unknown, resource, .unreadable, values)
  }

  /// A warned pass is a pass; on screen and in reports it is marked.
  package var isWarning: Bool { status == .pass && !warnings.isEmpty }

  /// The stable fingerprint that suppressions and comparisons between scans go by.
  ///
  /// 32 hexadecimal digits over row, account, region, resource, qualifier and reason.
  package func id(row: CheckID, account: AccountID) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(192)
    bytes.append(contentsOf: row.description.utf8)
    for part in [
      account.digits, resource.region?.name ?? "global", resource.arn, resource.qualifier ?? "",
      reason.code,
    ] {
      bytes.append(0x1F)
      bytes.append(contentsOf: part.utf8)
    }
    return Digest.hex(Digest.sha256(bytes).prefix(16))
  }
}

/// What a finding is about.
package struct Resource: Hashable, Sendable {
  package let arn: String
  /// `nil` for what belongs to no region.
  package let region: Region?
  /// Tells several findings about one resource apart, such as the policy a role was granted.
  package let qualifier: String?

  package init(arn: String, region: Region?, qualifier: String? = nil) {
    self.arn = arn
    self.region = region
    self.qualifier = qualifier
  }

  /// The short name people know: what follows the last `/`, else the last `:`.
  package var name: String {
    let tail = arn.split(separator: "/").last ?? ""
    return String(tail.split(separator: ":").last ?? tail)
  }
}
