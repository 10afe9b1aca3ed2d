import AWSOperations
import Domain
import Foundation
import Testing

@testable import AWSClient

/// Every service goes where botocore goes, in every partition, with and without the switches.
///
/// `Fixtures/endpoints.py` makes the table.
struct ServiceHostsTests {
  struct Row: Decodable, Sendable {
    let service: String
    let region: String
    let fips: Bool
    let dualStack: Bool
    /// `nil` where botocore refuses.
    let host: String?
    let signedFor: String?
  }

  @Test func goesWhereBotocoreGoes() throws {
    let rows = try JSONDecoder().decode([Row].self, from: Fixture.data("endpoints.json"))
    #expect(Set(rows.map(\.service)) == Set(Service.all.map(\.configurationName)))
    for row in rows {
      let service = try #require(Service.all.first { $0.configurationName == row.service })
      let ours = endpoint(service, row)
      #expect(ours?.url.host == row.host, "\(row)")
      // Nothing of China's IAM is validated; what botocore makes up there is signed for elsewhere.
      if row.service == "IAM", row.region.hasPrefix("cn-"), row.fips { continue }
      if let region = row.signedFor { #expect(ours?.signingRegion.name == region, "\(row)") }
    }
  }

  private func endpoint(_ service: Service, _ row: Row) -> Endpoint? {
    var endpoints = Endpoints()
    endpoints.isFIPS = row.fips
    endpoints.isDualStack = row.dualStack
    do throws(NoEndpoint) {
      return try endpoints.endpoint(
        of: service,
        in: Region(row.region),
        hostPrefix: service == .s3Control ? "111122223333" : nil
      )
    } catch {
      #expect(error.words.contains(service.endpointPrefix))
      return nil
    }
  }
}
