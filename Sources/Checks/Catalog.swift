import Domain

/// The whole checklist, in the order operators see it.
///
/// A new check is one file in `Rows` and one line here.
package enum Catalog {
  package static let checks: [Check] = [
    .rootAccessKey,
    .trailBuckets,
    .billingBuckets,
    .trailInEveryRegion,
    .limitedAdministrators,
    .temporaryCredentials,
    .billingReview,
    .encryptedVolumes,
    .vpcFlowLogs,
    .keyPairs,
    .instanceRoles,
    .securityGroups,
    .publicBuckets,
    .bucketEncryption,
    .encryptedTransfer,
    .versioningAndLifecycle,
    .accessLogging,
  ]

  package static func check(_ id: CheckID) -> Check? {
    checks.first { $0.id == id }
  }

  /// The words of a stored reason code.
  ///
  /// A code this program does not know stands for itself.
  package static func reason(code: String) -> Reason {
    reasons[code] ?? Reason(unknownCode: code)
  }

  private static let reasons: [String: Reason] = {
    let all = checks.flatMap(\.reasons) + [.nothingToCheck, .unreadable]
    return Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
  }()
}
