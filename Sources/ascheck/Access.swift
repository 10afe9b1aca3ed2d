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
  /// How it signs in, where that is one of the known ways.
  var way: SignInWay?

  /// Scans what is in scope by what is on record, and says how it signed in.
  func scan(
    _ checks: [Check],
    evidence: EvidenceRequest? = nil,
    control: ScanControl = ScanControl(),
    onRecord: @Sendable (AccountID) -> AccountRecord?,
    onEvent: @escaping @Sendable (ScanEvent) -> Void
  ) async throws -> ScanResult {
    var result = try await scanner.scan(
      checks,
      regions: regions,
      control: control,
      evidence: evidence,
      onRecord: onRecord,
      onEvent: onEvent
    )
    result.summary.way = way
    return result
  }

  static func demo(clock: WallClock, findings: Int = 0) -> Self {
    var parts = AWSClient.Dependencies(
      credentials: .fixed(DemoAccount.credentials),
      transport: DemoAccount.transport(clock: clock, findings: findings)
    )
    parts.clock = clock
    let scanner = Scanner(
      client: AWSClient(parts),
      homeRegion: DemoAccount.region,
      clock: clock,
      timeLimit: 300
    )
    return Self(scanner: scanner, regions: [])
  }
}

/// The way to AWS itself, by the AWS CLI's variables and files.
struct LiveAccess: Sendable {
  /// Where calls go that could go anywhere, when nothing names a region.
  private static let homeRegion: Region = "us-east-1"

  private let options: AccessOptions
  private let environment: Environment
  private let mfaCode: CredentialTools.MFACode?
  private let transport: OnceMade<HTTPTransport>

  /// Without somebody to ask, roles that want an MFA code are refused.
  init(
    _ options: AccessOptions,
    _ environment: Environment,
    mfaCode: CredentialTools.MFACode?
  ) {
    self.options = options
    self.environment = environment
    self.mfaCode = mfaCode
    transport = OnceMade {
      let settings = try Self.settings(options, environment)
      let agent = "ascheck/\(Version.current)"
      return HTTPTransport(
        try CurlTransport(
          CurlTransport.Settings(userAgent: agent, settings, readFile: SettingsFile.read)
        )
      )
    }
  }

  /// Reads the settings afresh, so that a new sign-in counts; connections are kept.
  @Sendable func access() throws -> Access {
    let settings = try settings()
    return try access(by: settings, signedWith: settings.credentials(try tools()))
  }

  /// The same through a role of another account.
  func access(
    through role: NamedRoleWay,
    in account: AccountID,
    _ partition: Partition
  ) throws -> Access {
    let settings = try settings()
    let source = settings.credentials(try tools())
    return try access(through: role, in: account, partition, by: settings, assumedBy: source)
  }

  func access(
    through role: NamedRoleWay,
    in account: AccountID,
    _ partition: Partition,
    by settings: Settings,
    assumedBy source: CredentialProvider
  ) throws -> Access {
    let named = NamedRole(role.name, in: account, partition, externalID: role.externalID)
    let credentials = settings.credentials(of: named, assumedBy: source, try tools())
    var access = try access(by: settings, signedWith: credentials)
    access.way = .role(role)
    return access
  }

  func settings() throws -> Settings {
    try Self.settings(options, environment)
  }

  func tools() throws -> CredentialTools {
    var tools = CredentialTools(transport: try transport.value())
    tools.mfaCode = mfaCode
    return tools
  }

  func access(by settings: Settings, signedWith credentials: CredentialProvider) throws -> Access {
    var parts = AWSClient.Dependencies(
      credentials: credentials,
      transport: try transport.value()
    )
    parts.endpoints = settings.endpoints
    parts.retry = settings.retry
    let regions = Selection(rows: [], regions: options.regions).regions
    return Access(
      scanner: Scanner(
        client: AWSClient(parts),
        homeRegion: settings.region ?? regions.first ?? Self.homeRegion,
        timeLimit: TimeInterval(options.timeLimit)
      ),
      regions: regions,
      way: settings.wayInUse
    )
  }

  private static func settings(
    _ options: AccessOptions,
    _ environment: Environment
  ) throws -> Settings {
    try Settings(
      Settings.Options(profile: options.profile, endpointURL: options.endpointURL),
      environment: environment.variables,
      readFile: SettingsFile.read
    )
  }
}

enum Version {
  static let current = "0.1.0"
}
