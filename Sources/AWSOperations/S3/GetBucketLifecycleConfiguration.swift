import Domain

/// Reads the rules by which a bucket's objects move and expire; none when nothing is configured.
package struct GetBucketLifecycleConfiguration: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketLifecycleConfiguration"
  package static let permission: Permission = "s3:GetLifecycleConfiguration"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("lifecycle")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> [LifecycleRule] {
    try root("LifecycleConfiguration", of: answer).children("Rule").map {
      rule throws(Undecodable) in
      try LifecycleRule(rule)
    }
  }

  package static func output(forErrorCode code: String) -> [LifecycleRule]? {
    code == "NoSuchLifecycleConfiguration" ? [] : nil
  }
}

/// When objects of a bucket move to another storage class or are deleted.
package struct LifecycleRule: Hashable, Sendable {
  package struct Transition: Hashable, Sendable {
    /// Such as `30d`, or a date.
    package var after: String
    package var storageClass: String

    package init(after: String, storageClass: String) {
      self.after = after
      self.storageClass = storageClass
    }
  }

  package var id: String
  package var isEnabled: Bool
  /// What it is limited to, in AWS's words, such as `prefix=logs/`; empty for the whole bucket.
  package var scope: [String] = []
  package var expirationDays: Int?
  /// ISO 8601, as S3 writes it.
  package var expirationDate: String?
  package var transitions: [Transition] = []
  package var noncurrentExpirationDays: Int?
  /// How many old versions stay whatever their age.
  package var keptNoncurrentVersions: Int?
  package var noncurrentTransitions: [Transition] = []
  package var abortsUploadsAfterDays: Int?

  package init(id: String, isEnabled: Bool) {
    self.id = id
    self.isEnabled = isEnabled
  }
}

extension LifecycleRule {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      id: element.string("ID") ?? "",
      isEnabled: try element.requiredString("Status") == "Enabled"
    )
    scope = try element.lifecycleScope
    expirationDays = try element.child("Expiration")?.int("Days")
    expirationDate = element.child("Expiration")?.string("Date")
    transitions = try element.transitions("Transition", days: "Days")
    noncurrentTransitions = try element.transitions(
      "NoncurrentVersionTransition",
      days: "NoncurrentDays"
    )
    let noncurrent = element.child("NoncurrentVersionExpiration")
    noncurrentExpirationDays = try noncurrent?.int("NoncurrentDays")
    keptNoncurrentVersions = try noncurrent?.int("NewerNoncurrentVersions")
    abortsUploadsAfterDays =
      try element.child("AbortIncompleteMultipartUpload")?.int("DaysAfterInitiation")
  }
}

extension XMLElement {
  /// Old rules have a bare prefix, newer ones a filter, which may hold several conditions.
  fileprivate var lifecycleScope: [String] {
    get throws(Undecodable) {
      let filter = child("Filter")
      let holder = filter?.child("And") ?? filter ?? self
      var scope = holder.string("Prefix").map { ["prefix=\($0)"] } ?? []
      for tag in holder.children("Tag") {
        scope.append("tag:\(try tag.requiredString("Key"))=\(tag.string("Value") ?? "")")
      }
      if let size = try holder.int("ObjectSizeGreaterThan") { scope.append("size>\(size)") }
      if let size = try holder.int("ObjectSizeLessThan") { scope.append("size<\(size)") }
      return scope.sorted()
    }
  }

  fileprivate func transitions(
    _ name: StaticString,
    days: StaticString
  ) throws(Undecodable) -> [LifecycleRule.Transition] {
    try children(name).map { transition throws(Undecodable) in
      LifecycleRule.Transition(
        after: try transition.int(days).map { "\($0)d" } ?? transition.string("Date") ?? "0d",
        storageClass: try transition.requiredString("StorageClass")
      )
    }
  }
}
