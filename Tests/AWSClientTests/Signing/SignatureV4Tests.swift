import AWSOperations
import Domain
import Foundation
import Testing

@testable import AWSClient

struct SignatureV4Tests {
  @Test(arguments: try SignatureTable.load().cases)
  func signsLikeBotocore(_ signed: SignatureTable.Case) throws {
    let table = try SignatureTable.load()
    let headers = try table.signature(for: signed).headers(for: signed.request, host: signed.host)
    #expect(headers.last == HTTPRequest.Header("authorization", signed.authorization))
  }

  /// The example of "Signature Version 4 signing process" in AWS's General Reference.
  @Test func signsThePublishedExampleOfIAM() throws {
    let request = WireRequest(
      method: "GET",
      query: [.init("Action", "ListUsers"), .init("Version", "2010-05-08")],
      headers: [.init("content-type", "application/x-www-form-urlencoded; charset=utf-8")]
    )
    #expect(
      try published(region: "us-east-1", "iam", "20150830T123600Z")
        .headers(for: request, host: "iam.amazonaws.com").last?.value
        == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
        + "SignedHeaders=content-type;host;x-amz-date, "
        + "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"
    )
  }

  /// `get-vanilla` of AWS's Signature Version 4 test suite.
  @Test func signsTheVanillaRequestOfTheTestSuite() throws {
    #expect(
      try published(region: "us-east-1", "service", "20150830T123600Z")
        .headers(for: WireRequest(method: "GET"), host: "example.amazonaws.com").last?.value
        == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
        + "SignedHeaders=host;x-amz-date, "
        + "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    )
  }

  @Test func carriesTheTokenAndTheRequestsOwnHeaders() throws {
    let credentials = Credentials(
      accessKeyID: "AKIDEXAMPLE",
      secretAccessKey: "secret",
      sessionToken: "token"
    )
    let signature = SignatureV4(
      credentials: credentials,
      region: "us-east-1",
      signingName: "s3",
      date: Date(timeIntervalSince1970: 0),
      keys: SigningKeys()
    )
    let request = WireRequest(method: "GET", headers: [.init("x-amz-account-id", "1")])
    #expect(
      signature.headers(for: request, host: "h").map(\.name) == [
        "x-amz-account-id", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256",
        "authorization",
      ]
    )
  }

  private func published(
    region: String,
    _ service: String,
    _ stamp: String
  ) throws -> SignatureV4 {
    SignatureV4(
      credentials: Credentials(
        accessKeyID: "AKIDEXAMPLE",
        secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
      ),
      region: .init(region),
      signingName: service,
      date: try Date(
        stamp,
        strategy: Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
      ),
      keys: SigningKeys()
    )
  }
}
