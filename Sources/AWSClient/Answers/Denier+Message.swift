import Domain

extension Gap.Denier {
  /// Reads AWS's sentence about a denial, such as "… with an explicit deny in a service control
  /// policy" or "… because no identity-based policy allows the … action".
  ///
  /// The wordings are those of "Troubleshoot access denied error messages" in the IAM User Guide.
  init?(message: String) {
    let message = message.lowercased()
    guard let policy = Self.policies.first(where: { message.contains($0.words) }) else {
      return nil
    }
    self = policy.denier
  }

  private static let policies: [(words: String, denier: Self)] = [
    ("service control policy", .serviceControlPolicy),
    ("resource control policy", .resourceControlPolicy),
    ("permissions boundary", .permissionsBoundary),
    ("session policy", .sessionPolicy),
    ("resource-based policy", .resourcePolicy),
    ("identity-based policy", .identityPolicy),
  ]
}
