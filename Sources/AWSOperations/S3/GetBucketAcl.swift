/// Who a bucket's access control list lets in.
package struct BucketACL: Hashable, Sendable {
  package struct Grant: Hashable, Sendable {
    /// The group's URI, or `nil` for a user.
    package var granteeURI: String?
    /// `FULL_CONTROL`, `READ`, `WRITE`, `READ_ACP` or `WRITE_ACP`.
    package var permission: String

    package init(granteeURI: String?, permission: String) {
      self.granteeURI = granteeURI
      self.permission = permission
    }
  }

  package var grants: [Grant]

  package init(grants: [Grant]) {
    self.grants = grants
  }
}
