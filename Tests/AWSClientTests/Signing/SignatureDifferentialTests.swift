import AWSOperations
import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

/// Requests that nobody thought of, signed by us and by botocore.
struct SignatureDifferentialTests {
  struct Request: Encodable {
    let key = "AKIDEXAMPLE"
    let date: Int
    let secret: String
    let token: String?
    let region: String
    let service: String
    let method: String
    let host: String
    let path: String
    let query: [[String]]
    let headers: [[String]]
    let body: String
  }

  @Test func signsAThousandRequestsAsBotocoreDoes() async throws {
    var source = Source(state: 20_260_701)
    let requests = (0..<1000).map { _ in source.request() }
    let theirs = try await fixture("signer.py").answer([String].self, to: requests)
    #expect(theirs.count == requests.count)
    for (request, theirs) in zip(requests, theirs) {
      #expect(signature(request) == theirs, "\(request)")
    }
  }

  private func signature(_ request: Request) -> String? {
    let signature = SignatureV4(
      credentials: Credentials(
        accessKeyID: request.key,
        secretAccessKey: request.secret,
        sessionToken: request.token
      ),
      region: Region(request.region),
      signingName: request.service,
      date: Date(timeIntervalSince1970: TimeInterval(request.date)),
      keys: SigningKeys()
    )
    let wire = WireRequest(
      method: request.method,
      path: request.path,
      query: request.query.map { .init($0[0], $0[1]) },
      headers: request.headers.map { .init($0[0], $0[1]) },
      body: Array(request.body.utf8)
    )
    return signature.headers(for: wire, host: request.host)
      .first { $0.name == "authorization" }?.value
  }
}

/// The same requests in every run.
private struct Source: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }

  mutating func request() -> SignatureDifferentialTests.Request {
    let service = pick(["ec2", "iam", "sts", "logs", "cloudtrail", "s3", "s3", "execute-api"])
    let region = pick(["us-east-1", "ap-northeast-1", "cn-north-1", "eusc-de-east-1"])
    return SignatureDifferentialTests.Request(
      date: Int.random(in: 1_500_000_000..<2_500_000_000, using: &self),
      secret: text(40, "abcXYZ019/+"),
      token: Bool.random(using: &self) ? text(30, "abcXYZ019/+=") : nil,
      region: region,
      service: service,
      method: pick(["GET", "POST", "PUT", "HEAD", "DELETE"]),
      host: pick(["\(service).\(region).amazonaws.com", "localhost:8443", "127.0.0.1:5000"]),
      path: path(),
      query: (0..<Int.random(in: 0...6, using: &self)).map { _ in
        [text(Int.random(in: 1...6, using: &self)), text(Int.random(in: 0...8, using: &self))]
      },
      headers: headers(),
      body: text(Int.random(in: 0...200, using: &self))
    )
  }

  private mutating func path() -> String {
    let segments = (0..<Int.random(in: 0...5, using: &self)).map { _ in
      pick([".", "..", "", PercentEncoding.encode(text(5)), PercentEncoding.encode(text(3))])
    }
    return "/" + segments.joined(separator: "/")
  }

  private mutating func headers() -> [[String]] {
    let names = ["x-amz-target", "content-type", "x-amz-note", "user-agent", "x-amz-acl"]
    return names.filter { _ in Bool.random(using: &self) }
      .map { [$0, pick(["a", "b  c", " d ", "e=f, g", "\"h   i\"", text(8, "azAZ09 =/+")])] }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }

  private mutating func text(_ count: Int, _ letters: String = "aZ09 -_.~!*'()/+=&?%:日é") -> String
  {
    let letters = Array(letters)
    return String((0..<count).map { _ in pick(letters) })
  }
}
