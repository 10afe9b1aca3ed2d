import Domain
import Testing

@testable import Checks

struct TLSEnforcementTests {
  private static let plain = #""Condition":{"Bool":{"aws:SecureTransport":"false"}}"#
  private static let whole = #""Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"]"#

  @Test(arguments: [
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole),\#(plain)}"#,
    #"{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"*","Resource":"*",\#(plain)}"#,
    #"{"Effect":"Deny","Principal":{"AWS":["*"]},"Action":["s3:*"],\#(whole),\#(plain)}"#,
    #"{"Effect":"Deny","Principal":"*","Action":["s3:Get*","s3:Put*","s3:List*"],"#
      + #"\#(whole),\#(plain)}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole),"#
      + #""Condition":{"Bool":{"aws:SecureTransport":false}}}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole),"#
      + #""Condition":{"BoolIfExists":{"AWS:SecureTransport":["false"]}}}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole),"#
      + #""Condition":{"NumericLessThan":{"s3:TlsVersion":"1.2"}}}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole),"#
      + #""Condition":{"NumericLessThan":{"s3:TlsVersion":1.3}}}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b",\#(plain)},"#
      + #"{"Effect":"Deny","Principal":"*","Action":"s3:*","#
      + #""Resource":"arn:aws:s3:::b/*",\#(plain)}"#,
  ])
  func refusesEverything(statements: String) {
    #expect(enforcement(statements) == .known(.enforced))
  }

  @Test(arguments: [
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*",\#(plain)}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:GetObject",\#(whole),\#(plain)}"#,
    #"{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"s3:*",\#(whole),\#(plain)}"#,
    #"{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"s3:*","#
      + #"\#(whole),\#(plain)}"#,
    #"{"Effect":"Deny","Principal":"*","NotAction":"s3:GetObject",\#(whole),\#(plain)}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*","#
      + #""Resource":"arn:aws:s3:::b/private/*",\#(plain)}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole),"Condition":{"#
      + #""Bool":{"aws:SecureTransport":"false"},"IpAddress":{"aws:SourceIp":"192.0.2.0/24"}}}"#,
  ])
  func refusesSomething(statements: String) {
    #expect(enforcement(statements) == .known(.partial))
  }

  @Test(arguments: [
    #"{"Effect":"Allow","Principal":"*","Action":"s3:*",\#(whole),"#
      + #""Condition":{"Bool":{"aws:SecureTransport":"true"}}}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole),"#
      + #""Condition":{"Bool":{"aws:SecureTransport":"true"}}}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole)}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole),"#
      + #""Condition":{"NumericLessThan":{"s3:TlsVersion":"1.1"}}}"#,
    #"{"Effect":"Deny","Principal":"*","Action":"s3:*",\#(whole),"#
      + #""Condition":{"StringEquals":{"aws:SecureTransport":"false"}}}"#,
    "",
  ])
  func refusesNothing(statements: String) {
    #expect(enforcement(statements) == .known(.absent))
  }

  @Test func noPolicyRefusesNothing() {
    #expect(TLSEnforcement.of(policy: nil, bucket: "arn:aws:s3:::b") == .known(.absent))
  }

  @Test func aPolicyThatMakesNoSenseIsUnknown() {
    #expect(TLSEnforcement.of(policy: "{", bucket: "arn:aws:s3:::b").gap?.cause == .undecodable)
  }

  @Test func theResourceIsThisBucket() {
    let other =
      #"{"Effect":"Deny","Principal":"*","Action":"s3:*","#
      + #""Resource":["arn:aws:s3:::c","arn:aws:s3:::c/*"],\#(Self.plain)}"#
    #expect(enforcement(other) == .known(.absent))
  }

  private func enforcement(_ statements: String) -> Fact<TLSEnforcement> {
    TLSEnforcement.of(policy: #"{"Statement":[\#(statements)]}"#, bucket: "arn:aws:s3:::b")
  }
}
