import Domain

/// Reads a bucket's access control list.
///
/// AWS answers with the grants in effect; emulators with those stored, even where ACLs are disabled
/// or ignored.
package struct GetBucketAcl: BucketOperation {
  package static let service = Service.s3
  package static let name = "GetBucketAcl"
  package static let permission: Permission = "s3:GetBucketAcl"

  package let bucket: String

  package init(bucket: String) {
    self.bucket = bucket
  }

  package func request() -> WireRequest {
    get("acl")
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> BucketACL {
    let grants = try root("AccessControlPolicy", of: answer)
      .list("AccessControlList", of: "Grant") { grant throws(Undecodable) in
        BucketACL.Grant(
          granteeURI: try grant.required("Grantee").string("URI"),
          permission: try grant.requiredString("Permission")
        )
      }
    return BucketACL(grants: grants)
  }
}

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
