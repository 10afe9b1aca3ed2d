import AWSClient
import Checks
import Demo
import Domain
import FoundationEssentials
import Scanner

/// A way to an account: live, by the AWS CLI's settings, or the one inside the program.
struct Access: Sendable {
  let scanner: Scanner
  /// Only these; empty means all that the account has enabled.
  let regions: [Region]

  static func live(_ options: AccessOptions, _ program: Program) throws -> Self {
    let typed = Settings.Options(profile: options.profile, endpointURL: options.endpointURL)
    let settings = try Settings(
      typed,
      environment: program.environment.variables,
      readFile: SettingsFile.read
    )
    let transport = HTTPTransport(
      try CurlTransport(
        CurlTransport.Settings(userAgent: "ascheck/\(Version.current)", caBundle: settings.caBundle)
      )
    )
    var parts = AWSClient.Dependencies(
      credentials: settings.credentials(through: transport),
      transport: transport
    )
    parts.endpoints = settings.endpoints
    let regions = Selection(rows: [], regions: options.regions).regions
    return Self(
      scanner: Scanner(
        client: AWSClient(parts),
        homeRegion: settings.region ?? regions.first ?? Self.homeRegion,
        timeLimit: TimeInterval(options.timeLimit)
      ),
      regions: regions
    )
  }

  /// `pace` stretches or ends the demo's pauses.
  static func demo(clock: WallClock) -> Self {
    let parts = AWSClient.Dependencies(
      credentials: .fixed(DemoAccount.credentials),
      transport: DemoAccount.transport(clock: clock)
    )
    return Self(
      scanner: Scanner(client: AWSClient(parts), homeRegion: DemoAccount.region, timeLimit: 300),
      regions: []
    )
  }

  /// Where calls go that could go anywhere, when nothing names a region.
  private static let homeRegion: Region = "us-east-1"
}

enum Version {
  static let current = "0.1.0"
}
