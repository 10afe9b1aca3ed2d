import AWSOperations
import Domain
import FoundationEssentials

/// An active access key as the credential report has it.
struct ActiveKey {
  let user: String
  let slot: Int
  /// When it was made; IAM calls it the last rotation.
  let createdAt: Date?
  let lastUsedAt: Date?
  let lastUsedService: String?
  let lastUsedRegion: String?
  let hasPassword: Bool
  let hasMFA: Bool

  /// For facts that are kept, such as `taro key 1`.
  var name: String { "\(user) key \(slot)" }

  /// A key that fetched from EC2 or S3 and belongs to no person, by the look of its user's name.
  var looksLikeAnApplications: Bool {
    guard ["ec2", "s3"].contains(lastUsedService), !hasPassword else { return false }
    let words = user.lowercased().split { !$0.isLetter }
    return words.contains { Self.hints.contains(String($0)) }
  }

  private static let hints: Set = [
    "app", "application", "svc", "service", "batch", "bot", "job", "backup", "sync", "upload",
    "uploader", "deploy", "deployer", "ci", "cd", "jenkins", "github", "gitlab", "circleci",
    "terraform", "ansible", "system", "server", "web", "api", "worker", "lambda", "cron",
  ]
}

extension CredentialReport {
  var activeKeys: [ActiveKey] {
    rows.flatMap { row in
      [1, 2].filter { row["access_key_\($0)_active"] == "true" }.map { ActiveKey(row, slot: $0) }
    }
  }
}

extension ActiveKey {
  fileprivate init(_ row: [String: String], slot: Int) {
    func value(_ name: String) -> String? {
      let value = row["access_key_\(slot)_\(name)"] ?? ""
      return ["", "N/A", "no_information", "not_supported"].contains(value) ? nil : value
    }
    self.init(
      user: row["user"] ?? "?",
      slot: slot,
      createdAt: value("last_rotated").flatMap(Self.date),
      lastUsedAt: value("last_used_date").flatMap(Self.date),
      lastUsedService: value("last_used_service"),
      lastUsedRegion: value("last_used_region"),
      hasPassword: row["password_enabled"] == "true",
      hasMFA: row["mfa_active"] == "true"
    )
  }

  /// The report writes `+00:00` where everything else in AWS writes `Z`.
  private static func date(_ text: String) -> Date? {
    Timestamp.date(String(text.prefix(19)) + "Z")
  }
}
