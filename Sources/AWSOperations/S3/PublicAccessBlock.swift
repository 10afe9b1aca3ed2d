/// The four settings of Block Public Access, of an account, a bucket or an access point.
package struct PublicAccessBlock: Hashable, Sendable {
  package var blocksPublicACLs: Bool
  package var ignoresPublicACLs: Bool
  package var blocksPublicPolicy: Bool
  package var restrictsPublicBuckets: Bool

  package init(
    blocksPublicACLs: Bool,
    ignoresPublicACLs: Bool,
    blocksPublicPolicy: Bool,
    restrictsPublicBuckets: Bool
  ) {
    self.blocksPublicACLs = blocksPublicACLs
    self.ignoresPublicACLs = ignoresPublicACLs
    self.blocksPublicPolicy = blocksPublicPolicy
    self.restrictsPublicBuckets = restrictsPublicBuckets
  }

  /// What AWS applies where nothing is configured.
  package static let none = Self(
    blocksPublicACLs: false,
    ignoresPublicACLs: false,
    blocksPublicPolicy: false,
    restrictsPublicBuckets: false
  )
}

extension PublicAccessBlock {
  /// All four settings must be there: AWS always sends them, whatever was configured.
  init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      blocksPublicACLs: try element.requiredBool("BlockPublicAcls"),
      ignoresPublicACLs: try element.requiredBool("IgnorePublicAcls"),
      blocksPublicPolicy: try element.requiredBool("BlockPublicPolicy"),
      restrictsPublicBuckets: try element.requiredBool("RestrictPublicBuckets")
    )
  }
}
