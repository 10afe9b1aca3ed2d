import Domain
import Testing

@testable import Checks

struct AdminStatementTests {
  @Test(arguments: [
    #"{"Effect":"Allow","Action":"*","Resource":"*"}"#,
    #"[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]"#,
    #"[{"Effect":"Allow","Action":["s3:GetObject","*"],"Resource":["arn:aws:s3:::x","*"]}]"#,
    #"{"Effect":"Allow","Action":"*:*","Resource":"*"}"#,
    #"{"Effect":"Allow","Action":"**","Resource":"*"}"#,
    #"{"Effect":"Allow","Action":"*","Resource":"arn:*:*:*:*:*"}"#,
    #"{"Effect":"Allow","Action":"*","Resource":"arn:aws:*:*:*:*"}"#,
    #"{"Effect":"Allow","Action":"*","Resource":"*","Condition":{}}"#,
    #"{"effect":"Allow","action":"*","resource":"*"}"#,
    #"[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"iam:*"}]"#,
  ])
  func isLiteral(_ statement: String) throws {
    #expect(try adminClass(statement) == .literal)
  }

  @Test func percentEncodedTextIsLiteralToo() throws {
    let text =
      "%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22%2A%22%2C"
      + "%22Resource%22%3A%22%2A%22%7D%7D"
    #expect(try PolicyDocument(text).adminClass(in: .aws) == .literal)
  }

  @Test(arguments: [
    #"{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#,
    #"{"Bool":{"aws:IsMcpServiceAction":"true"}}"#,
    #"{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#,
  ])
  func isConditional(_ condition: String) throws {
    #expect(
      try adminClass(#"{"Effect":"Allow","Action":"*","Resource":"*","Condition":\#(condition)}"#)
        == .conditional
    )
  }

  @Test(arguments: [
    #"{"Effect":"Allow","NotAction":["iam:Create*"],"Resource":"*"}"#,
    #"{"Effect":"Allow","NotAction":[],"Resource":"*"}"#,
    #"{"Effect":"Allow","NotAction":"foo:bar","Resource":"*"}"#,
    #"{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::one/*"}"#,
    #"{"Effect":"Allow","NotAction":"foo:bar","NotResource":"arn:aws:s3:::one/*"}"#,
  ])
  func isEquivalent(_ statement: String) throws {
    #expect(try adminClass(statement) == .equivalent)
  }

  @Test(arguments: [
    #"{"Effect":"Allow","Action":"iam:*","Resource":"*"}"#,
    #"{"Effect":"Allow","Action":["ec2:*","iam:PutRolePolicy"],"Resource":"*"}"#,
  ])
  func canEscalate(_ statement: String) throws {
    #expect(try adminClass(statement) == .canEscalate)
  }

  @Test(arguments: [
    #"{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::x/*"}"#,
    #"{"Effect":"Allow","Action":"*","Resource":["arn:aws:s3:::*","arn:aws:iam::*:role/*"]}"#,
    #"{"Effect":"Allow","Action":["s3:*","ec2:*","sqs:*"],"Resource":"*"}"#,
    #"{"Effect":"Deny","Action":"*","Resource":"*"}"#,
    #"{"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"}"#,
    #"{"Effect":"Allow","NotAction":"*","Resource":"*"}"#,
    #"{"Effect":"Allow","NotAction":"IAM:*","Resource":"*"}"#,
    #"{"Effect":"Allow","Action":"*","NotResource":"*"}"#,
    #"{"Effect":"allow","Action":"*","Resource":"*"}"#,
    #"{"Effect":"Allow","Action":"*"}"#,
    #"[]"#,
  ])
  func isLimited(_ statement: String) throws {
    #expect(try adminClass(statement) == .limited)
  }

  @Test func aDocumentWithoutStatementIsLimited() throws {
    #expect(try PolicyDocument("{}").adminClass(in: .aws) == .limited)
  }

  @Test func whatCountsAsEveryResourceDependsOnThePartition() throws {
    let statement = #"{"Effect":"Allow","Action":"*","Resource":"arn:aws-cn:*:*:*:*"}"#
    #expect(try adminClass(statement) == .limited)
    #expect(try adminClass(statement, in: .china) == .literal)
  }

  @Test func pointsAtTheFirstOfTheStrongestStatements() throws {
    let policy = try PolicyDocument(
      #"""
      {"Statement":[
        {"Effect":"Allow","NotAction":[],"Resource":"*"},
        {"Sid":"first","Effect":"Allow","Action":"*","Resource":"*"},
        {"Sid":"second","Effect":"Allow","Action":"*","Resource":"*"}
      ]}
      """#
    )
    #expect(policy.strongestStatement(in: .aws)?.1.sid == "first")
    #expect(policy.strongestStatement(in: .aws)?.2 == 1)
  }

  private func adminClass(_ statement: String, in partition: Partition = .aws) throws -> AdminClass
  {
    try PolicyDocument(#"{"Statement":\#(statement)}"#).adminClass(in: partition)
  }
}
