import AWSOperations
import Domain
import Foundation
import Testing

@testable import AWSClient

/// The requests of `Fixtures/signatures.py` and what botocore signed them with.
struct SignatureTable: Decodable {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let method: String
    let host: String
    let path: String
    let query: [[String]]
    let headers: [[String]]
    let body: String
    let region: String
    let signingName: String
    let token: String?
    let authorization: String

    var testDescription: String { name }

    var request: WireRequest {
      WireRequest(
        method: method,
        path: path,
        query: query.map { WireRequest.Field($0[0], $0[1]) },
        headers: headers.map { WireRequest.Field($0[0], $0[1]) },
        body: Array(body.utf8)
      )
    }
  }

  let date: Date
  let accessKeyID: String
  let secret: String
  let cases: [Case]

  static func load() throws -> Self {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(Self.self, from: Fixture.data("signatures.json"))
  }

  func signature(for signed: Case) throws -> SignatureV4 {
    SignatureV4(
      credentials: Credentials(
        accessKeyID: accessKeyID,
        secretAccessKey: secret,
        sessionToken: signed.token
      ),
      region: Region(signed.region),
      signingName: signed.signingName,
      date: date,
      keys: SigningKeys()
    )
  }
}
