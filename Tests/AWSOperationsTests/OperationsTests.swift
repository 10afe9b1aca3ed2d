import AWSOperations
import Domain
import Testing

struct OperationsTests {
  @Test func everyOperationIsListedOnce() {
    let names = Operations.all.map { "\($0.service.endpointPrefix) \($0.name)" }
    #expect(Set(names).count == names.count)
    #expect(names.count == 44)
  }

  @Test func onlyWhatGivesCredentialsGoesWithoutThem() {
    #expect(Operations.all.allSatisfy { $0.isSigned })
    #expect(Operations.signingIn.allSatisfy { !$0.isSigned })
  }

  @Test func everyPermissionIsAnIAMActionOfItsService() {
    for operation in Operations.all {
      let parts = operation.permission.name.split(separator: ":")
      #expect(parts.count == 2)
      #expect(parts.first.map(String.init) == operation.service.signingName)
    }
  }

  /// AWS-managed `SecurityAudit` and `ReadOnlyAccess` hold these under just these names.
  @Test func permissionsThatAreNotNamedLikeTheirCallAreKnown() {
    let others = Operations.all.filter { !$0.permission.name.hasSuffix(":" + $0.name) }
      .map { "\($0.name) \($0.permission.name)" }
    #expect(
      others == [
        "ListBuckets s3:ListAllMyBuckets",
        "HeadBucket s3:ListBucket",
        "GetPublicAccessBlock s3:GetBucketPublicAccessBlock",
        "GetBucketEncryption s3:GetEncryptionConfiguration",
        "GetObjectLockConfiguration s3:GetBucketObjectLockConfiguration",
        "GetPublicAccessBlock s3:GetAccountPublicAccessBlock",
      ]
    )
  }

  @Test(arguments: [
    "", " ", "{}", "[]", "null", "<", "<html><body>It works!</body></html>",
    "<!doctype html>\n<html lang=en><title>500 Internal Server Error</title>",
    #"<ListBucketResult><Name>plain</Name><MaxKeys>1000</MaxKeys></ListBucketResult>"#,
    #"{"__type":"AccessDeniedException"}"#,
  ])
  func anAnswerOfAnotherShapeThrows(body: String) {
    for operation in Operations.all + Operations.signingIn where operation != HeadBucket.self {
      // To a bucket policy, which is any JSON object, only the rest is foreign.
      if operation == GetBucketPolicy.self, body.hasPrefix("{") { continue }
      expectUndecodable(operation, body)
    }
  }

  @Test func anAnswerWithTheRightRootAndNothingInItThrows() {
    for operation in Operations.all + Operations.signingIn {
      guard let body = emptyBody(of: operation) else { continue }
      expectUndecodable(operation, body)
    }
  }

  /// `nil` where an empty answer is an answer, which the operation's own tests know.
  private func emptyBody(of operation: any AWSOperation.Type) -> String? {
    switch operation.service.dialect {
    case .json, .restJSON: return "{}"
    case .ec2: return "<\(operation.name)Response/>"
    case .query:
      return "<\(operation.name)Response><\(operation.name)Result/></\(operation.name)Response>"
    case .restXML: return restRoots[operation.name].map { "<\($0)/>" }
    }
  }

  private let restRoots = [
    "ListBuckets": "ListAllMyBucketsResult",
    "GetPublicAccessBlock": "PublicAccessBlockConfiguration",
    "GetBucketPolicyStatus": "PolicyStatus",
    "GetBucketAcl": "AccessControlPolicy",
    "GetBucketOwnershipControls": "OwnershipControls",
    "GetObjectLockConfiguration": "ObjectLockConfiguration",
    "ListAccessPoints": "ListAccessPointsResult",
    "GetAccessPoint": "GetAccessPointResult",
    "GetAccessPointPolicyStatus": "GetAccessPointPolicyStatusResult",
  ]

  private func expectUndecodable<Operation: AWSOperation>(_: Operation.Type, _ body: String) {
    #expect(throws: Undecodable.self, "\(Operation.name) of \(body)") {
      try Operation.output(from: answer(body))
    }
  }
}
