import FoundationEssentials

extension CredentialChain {
  /// The role of the EC2 instance this runs on, by version 2 of its metadata service.
  ///
  /// Nothing tells whether this is an instance but asking: where nobody answers within a second,
  /// `whenSilent` is thrown.
  func metadata(whenSilent: CredentialError) -> CredentialSource {
    CredentialSource(.metadata) { () throws(CredentialError) in
      let environment = settings.environment
      guard environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() != "true" else { return nil }
      let service = MetadataService(
        base: try Self.base(settings),
        transport: tools.transport,
        clock: tools.clock
      )
      return CredentialProvider { () throws(CredentialError) in
        do throws(MetadataService.Failure) {
          return try await service.credentials()
        } catch {
          switch error {
          case .silent: throw Task.isCancelled ? .cancelled : whenSilent
          case .problem(let problem): throw .metadata(problem)
          }
        }
      }.cached(clock: tools.clock)
    }
  }

  private static func base(_ settings: Settings) throws(CredentialError) -> EndpointURL {
    let profile = settings.profiles[settings.profileName]
    func value(_ key: String) -> String? {
      settings.environment["AWS_\(key.uppercased())"] ?? profile?[key]?.text
    }
    let isIPv6 = value("ec2_metadata_service_endpoint_mode")?.lowercased() == "ipv6"
    let text =
      value("ec2_metadata_service_endpoint")
      ?? (isIPv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254")
    guard let base = EndpointURL(text) else { throw .metadata(.notAnAddress(text)) }
    return base
  }
}

/// The metadata service of EC2, as "Use IMDS" of the EC2 User Guide describes it.
private struct MetadataService: Sendable {
  enum Failure: Error {
    /// Nobody is there, or the instance has no role.
    case silent
    case problem(MetadataProblem)
  }

  let base: EndpointURL
  let transport: HTTPTransport
  let clock: WallClock

  /// For the whole of one exchange: elsewhere than on EC2 nobody answers, and nobody should wait.
  private static let limit: Duration = .seconds(1)
  private static let roles = "/latest/meta-data/iam/security-credentials/"

  func credentials() async throws(Failure) -> Credentials {
    let token = try await text(
      of: ask("PUT", "/latest/api/token", "x-aws-ec2-metadata-token-ttl-seconds", "21600")
    )
    let role = try await text(of: ask("GET", Self.roles, "x-aws-ec2-metadata-token", token))
    let path = Self.roles + role
    let body = try await ask("GET", path, "x-aws-ec2-metadata-token", token)
    if let credentials = ServiceAnswer.credentials(body) { return prolonged(credentials) }
    guard let told = ServiceAnswer.refusal(body) else { throw notMetadata(path) }
    throw .problem(.roleRefused(role: role, told))
  }

  /// When AWS cannot renew them, the service goes on giving the old ones, which AWS then honours
  /// longer than they say.
  private func prolonged(_ credentials: Credentials) -> Credentials {
    let earliest = clock.now() + 1020
    guard let expires = credentials.expiresAt, expires < earliest else { return credentials }
    return Credentials(
      accessKeyID: credentials.accessKeyID,
      secretAccessKey: credentials.secretAccessKey,
      sessionToken: credentials.sessionToken,
      expiresAt: earliest
    )
  }

  private func ask(
    _ method: String,
    _ path: String,
    _ header: String,
    _ value: String
  ) async throws(Failure) -> [UInt8] {
    var request = HTTPRequest(
      method: method,
      url: base.url(path: base.basePath + path, query: ""),
      headers: [HTTPRequest.Header(header, value)],
      body: []
    )
    request.isDirect = true
    request.connectTimeout = Self.limit
    request.timeout = Self.limit
    let response: HTTPResponse
    do throws(TransportFailure) {
      response = try await transport.send(request)
    } catch {
      throw .silent
    }
    guard response.status == 200, !response.body.isEmpty else { throw .silent }
    return response.body
  }

  /// One line without blanks, as tokens and names of roles are.
  private func text(of body: [UInt8]) throws(Failure) -> String {
    let isPlain = body.count < 4096 && body.allSatisfy { (0x21...0x7E).contains($0) }
    guard isPlain, body.first != UInt8(ascii: "<") else { throw notMetadata("/latest/") }
    return String(decoding: body, as: UTF8.self)
  }

  private func notMetadata(_ path: String) -> Failure {
    .problem(.notMetadata(url: base.url(path: base.basePath + path, query: "")))
  }
}
