import AWSOperations
import Domain
import FoundationEssentials
import Testing

@testable import AWSClient

/// AWS's published Signature Version 4 test suite, by the names of its cases.
///
/// Left out are `get-space` and `get-utf8`, which encode a path once as only S3 does, and headers
/// over several lines, which HTTP has given up.
struct SignatureSuiteTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var method = "GET"
    var path = "/"
    var query: [[String]] = []
    var headers: [[String]] = []
    var body = ""
    let signature: String

    var testDescription: String { name }
  }

  private static let unreserved =
    "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

  private static let token =
    "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSP"
    + "fIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDY"
    + "wT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scq"
    + "Kmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=="

  private static let vanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"

  static let paths = [
    Case(name: "get-vanilla", signature: vanilla),
    Case(name: "get-relative", path: "/example/..", signature: vanilla),
    Case(name: "get-relative-relative", path: "/example1/example2/../..", signature: vanilla),
    Case(name: "get-slash", path: "//", signature: vanilla),
    Case(name: "get-slash-dot-slash", path: "/./", signature: vanilla),
    Case(
      name: "get-slash-pointless-dot",
      path: "/./example",
      signature: "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"
    ),
    Case(
      name: "get-slashes",
      path: "//example//",
      signature: "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"
    ),
    Case(
      name: "get-unreserved",
      path: "/\(unreserved)",
      signature: "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"
    ),
  ]

  static let queries = [
    Case(
      name: "get-vanilla-query-order-key-case",
      query: [["Param2", "value2"], ["Param1", "value1"]],
      signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    ),
    Case(
      name: "get-vanilla-query-order-value",
      query: [["Param1", "value2"], ["Param1", "value1"]],
      signature: "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694"
    ),
    Case(
      name: "get-vanilla-empty-query-key",
      query: [["Param1", "value1"]],
      signature: "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"
    ),
    Case(
      name: "get-vanilla-query-unreserved",
      query: [[unreserved, unreserved]],
      signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"
    ),
    Case(
      name: "get-vanilla-utf8-query",
      query: [["\u{1234}", "bar"]],
      signature: "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"
    ),
    Case(
      name: "post-vanilla-query",
      method: "POST",
      query: [["Param1", "value1"]],
      signature: "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"
    ),
  ]

  static let headers = [
    Case(
      name: "get-header-key-duplicate",
      headers: [["My-Header1", "value2"], ["My-Header1", "value2"], ["My-Header1", "value1"]],
      signature: "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"
    ),
    Case(
      name: "get-header-value-order",
      headers: [
        ["My-Header1", "value4"], ["My-Header1", "value1"], ["My-Header1", "value3"],
        ["My-Header1", "value2"],
      ],
      signature: "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"
    ),
    Case(
      name: "get-header-value-trim",
      headers: [["My-Header1", " value1"], ["My-Header2", "  \"a   b   c\""]],
      signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"
    ),
    Case(
      name: "post-header-key-sort",
      method: "POST",
      headers: [["My-Header1", "value1"]],
      signature: "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"
    ),
    Case(
      name: "post-header-value-case",
      method: "POST",
      headers: [["My-Header1", "VALUE1"]],
      signature: "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"
    ),
    Case(
      name: "post-sts-header-before",
      method: "POST",
      headers: [["X-Amz-Security-Token", token]],
      signature: "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"
    ),
  ]

  static let bodies = [
    Case(
      name: "post-vanilla",
      method: "POST",
      signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    ),
    Case(
      name: "post-x-www-form-urlencoded",
      method: "POST",
      headers: [["Content-Type", "application/x-www-form-urlencoded"]],
      body: "Param1=value1",
      signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
    ),
    Case(
      name: "post-x-www-form-urlencoded-parameters",
      method: "POST",
      headers: [["Content-Type", "application/x-www-form-urlencoded; charset=utf8"]],
      body: "Param1=value1",
      signature: "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe"
    ),
  ]

  @Test(arguments: paths + queries + headers + bodies)
  func signsAsPublished(_ published: Case) throws {
    let signature = SignatureV4(
      credentials: Credentials(
        accessKeyID: "AKIDEXAMPLE",
        secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
      ),
      region: "us-east-1",
      signingName: "service",
      date: try #require(Timestamp.date("2015-08-30T12:36:00Z")),
      keys: SigningKeys()
    )
    let request = WireRequest(
      method: published.method,
      path: published.path,
      query: published.query.map { WireRequest.Field($0[0], $0[1]) },
      headers: published.headers.map { WireRequest.Field($0[0], $0[1]) },
      body: Array(published.body.utf8)
    )
    let last = signature.headers(for: request, host: "example.amazonaws.com").last
    #expect(last?.value.hasSuffix("Signature=\(published.signature)") == true)
  }
}
