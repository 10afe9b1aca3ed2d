import AWSClient
import Checks
import Demo
import Domain
import FoundationEssentials
import Scanner
import Testing

struct TmpTests {
  @Test func x() async throws {
    var parts = AWSClient.Dependencies(
      credentials: .fixed(DemoAccount.credentials), transport: DemoAccount.transport(clock: .system))
    parts.clock = .system
    let scanner = Scanner(client: AWSClient(parts), homeRegion: DemoAccount.region, timeLimit: 300)
    let r = try await scanner.scan(Catalog.checks) { print($0) }
    for row in r.rows { print(row.id, row.summary.counts, row.summary.status) ; for f in row.findings where f.status == .unknown { print("   ", f.values) } }
    print(r.summary)
  }
}
