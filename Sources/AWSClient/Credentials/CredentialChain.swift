import Domain

/// The order in which places are asked for credentials: botocore's, as far as they are built.
struct CredentialChain: Sendable {
  let settings: Settings
  let clock: WallClock
  /// A client that signs with what it is given, for calls to STS.
  let client: @Sendable (CredentialProvider) -> AWSClient

  var source: CredentialSource {
    let name = settings.profileName
    let environment = settings.environment
    var sources: [CredentialSource] = []
    // A profile that was typed beats keys in the environment; one named there does not.
    if !settings.isProfileTyped { sources.append(.environment(environment)) }
    if let profile = settings.profiles[name] {
      sources.append(
        CredentialSource { () throws(CredentialError) in
          try AssumeRoleSource(chain: self, visited: [name]).find(profile)
        }
      )
      sources.append(keys(of: profile))
    }
    if !settings.isProfileTyped {
      sources.append(.unsupported(["AWS_WEB_IDENTITY_TOKEN_FILE"], in: environment))
    }
    sources.append(
      .unsupported(
        ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"],
        in: environment
      )
    )
    return .first(of: sources)
  }

  /// What one profile has without assuming its role.
  func keys(of profile: Profiles.Profile) -> CredentialSource {
    .first(of: [
      .unsupported(["web_identity_token_file", "sso_session", "sso_start_url"], in: profile),
      .keys(in: profile.shared, profile: profile.name),
      .unsupported(["login_session", "credential_process"], in: profile),
      .keys(in: profile.config, profile: profile.name),
    ])
  }
}

extension Settings {
  /// What signs requests by these settings: looked up at the first call, renewed before it lapses.
  package func credentials(
    through transport: HTTPTransport,
    clock: WallClock = .system
  ) -> CredentialProvider {
    let endpoints = endpoints
    let chain = CredentialChain(settings: self, clock: clock) { source in
      var parts = AWSClient.Dependencies(credentials: source, transport: transport)
      parts.endpoints = endpoints
      parts.clock = clock
      return AWSClient(parts)
    }
    let source = chain.source
    let profile = profileName
    let found = Locked<CredentialProvider?>(nil)
    return CredentialProvider { () throws(CredentialError) in
      if let provider = found.withLock({ $0 }) { return try await provider.get() }
      guard let provider = try source.find() else { throw .none(profile: profile) }
      found.withLock { $0 = $0 ?? provider }
      return try await provider.get()
    }
  }
}
