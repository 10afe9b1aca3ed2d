import Testing

@testable import Checks

struct DeliveryPermissionTests {
  @Test(arguments: [
    ("s3:PutObject", "arn:aws:s3:::logs/*"), ("s3:Put*", "arn:aws:s3:::logs/web/*"),
    ("*", "*"), ("S3:PUTOBJECT", "arn:aws:s3:::*"),
  ])
  func aPolicyThatLetsLogsInAtAPrefix(_ action: String, _ resource: String) throws {
    let policy = try policy(action: action, resource: resource)
    #expect(policy.letsAccessLogs(into: "arn:aws:s3:::logs", prefix: "web/"))
    #expect(policy.letsAccessLogs(intoBucket: "arn:aws:s3:::logs"))
  }

  @Test func aPrefixElsewhereIsNoHelp() throws {
    let policy = try policy(resource: "arn:aws:s3:::logs/app/*")
    #expect(!policy.letsAccessLogs(into: "arn:aws:s3:::logs", prefix: "web/"))
    #expect(policy.letsAccessLogs(intoBucket: "arn:aws:s3:::logs"))
  }

  @Test(arguments: [
    #""Principal":{"Service":"cloudtrail.amazonaws.com"}"#, #""Principal":"*""#,
    #""Principal":{"AWS":"logging.s3.amazonaws.com"}"#,
  ])
  func onlyTheLogServiceCounts(_ principal: String) throws {
    let policy = try policy(principal: principal)
    #expect(!policy.letsAccessLogs(into: "arn:aws:s3:::logs", prefix: ""))
  }

  @Test(arguments: [("s3:GetObject", "Allow"), ("s3:PutObject", "Deny")])
  func onlyAllowingToPutCounts(_ action: String, _ effect: String) throws {
    let policy = try policy(effect: effect, action: action)
    #expect(!policy.letsAccessLogs(intoBucket: "arn:aws:s3:::logs"))
  }

  @Test func anotherBucketDoesNotCount() throws {
    let policy = try policy(resource: "arn:aws:s3:::logs-old/*")
    #expect(!policy.letsAccessLogs(intoBucket: "arn:aws:s3:::logs"))
  }

  private func policy(
    effect: String = "Allow",
    principal: String = #""Principal":{"Service":["x","logging.s3.amazonaws.com"]}"#,
    action: String = "s3:PutObject",
    resource: String = "arn:aws:s3:::logs/*"
  ) throws -> PolicyDocument {
    try PolicyDocument(
      #"{"Statement":{"Effect":"\#(effect)",\#(principal),"Action":"\#(action)","#
        + #""Resource":"\#(resource)"}}"#
    )
  }
}
