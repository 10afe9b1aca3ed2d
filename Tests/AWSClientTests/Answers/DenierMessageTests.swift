import Domain
import Testing

@testable import AWSClient

struct DenierMessageTests {
  @Test(arguments: [
    ("with an explicit deny in a service control policy", Gap.Denier.serviceControlPolicy),
    ("because no service control policy allows the s3:x action", .serviceControlPolicy),
    ("with an explicit deny in a resource control policy", .resourceControlPolicy),
    ("because no permissions boundary allows the ec2:x action", .permissionsBoundary),
    ("with an explicit deny in a session policy", .sessionPolicy),
    ("because no resource-based policy allows the s3:x action", .resourcePolicy),
    ("because no identity-based policy allows the iam:x action", .identityPolicy),
    ("with an explicit deny in an identity-based policy", .identityPolicy),
  ])
  func readsWhichPolicyRefused(words: String, denier: Gap.Denier) {
    let message = "User: arn:aws:iam::111122223333:user/a is not authorized to perform: x \(words)"
    #expect(Gap.Denier(message: message) == denier)
  }

  @Test func saysNothingWhereTheMessageSaysNothing() {
    #expect(Gap.Denier(message: "Access Denied") == nil)
  }
}
