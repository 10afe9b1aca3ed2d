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
