import Domain

/// Reads how a bucket encrypts new objects.
///
/// Every bucket on AWS has a rule since January 2023; other S3 endpoints may have none.
package struct GetBucketEncryption: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketEncryption"
  package static let permission: Permission = "s3:GetEncryptionConfiguration"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("encryption")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> BucketEncryption {
    let root = try root("ServerSideEncryptionConfiguration", of: answer)
    return BucketEncryption(rules: try root.entries("Rule", BucketEncryption.Rule.init))
  }

  package static func output(forErrorCode code: String) -> BucketEncryption? {
    code == "ServerSideEncryptionConfigurationNotFoundError" ? BucketEncryption(rules: []) : nil
  }
}

/// A bucket's default encryption.
package struct BucketEncryption: Hashable, Sendable {
  package struct Rule: Hashable, Sendable {
    /// `AES256`, `aws:kms`, `aws:kms:dsse` or `aws:fsx`; `nil` when the rule names none.
    package var algorithm: String?
    package var kmsKeyID: String?
    package var isBucketKeyEnabled: Bool?
    package var blockedEncryptionTypes: [String] = []

    package init(algorithm: String?) {
      self.algorithm = algorithm
    }
  }

  package var rules: [Rule]

  package init(rules: [Rule]) {
    self.rules = rules
  }
}

extension BucketEncryption.Rule {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    let applied = element.child("ApplyServerSideEncryptionByDefault")
    self.init(algorithm: applied?.string("SSEAlgorithm"))
    kmsKeyID = applied?.string("KMSMasterKeyID")
    isBucketKeyEnabled = try element.bool("BucketKeyEnabled")
    blockedEncryptionTypes =
      try element.optionalList("BlockedEncryptionTypes", of: "EncryptionType") { $0.text }
  }
}
