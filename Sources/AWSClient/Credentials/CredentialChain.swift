import Domain

/// The order in which places are asked for credentials: botocore's.
struct CredentialChain: Sendable {
  let settings: Settings
  let tools: CredentialTools
  /// A client that signs with what it is given, for calls to STS and the like.
  let client: @Sendable (CredentialProvider) -> AWSClient

  init(_ settings: Settings, _ tools: CredentialTools) {
    self.settings = settings
    self.tools = tools
    let (endpoints, retry) = (settings.endpoints, settings.retry)
    client = { credentials in
      var parts = AWSClient.Dependencies(credentials: credentials, transport: tools.transport)
      parts.endpoints = endpoints
      parts.retry = retry
      parts.clock = tools.clock
      return AWSClient(parts)
    }
  }

  /// For calls that are not signed.
  var anonymousClient: AWSClient {
    client(CredentialProvider { () throws(CredentialError) in throw .none(profile: "") })
  }

  var sources: [CredentialSource] {
    let name = settings.profileName
    // A profile that was typed beats variables; one named by a variable does not.
    let environment = settings.isProfileTyped ? [:] : settings.environment
    let role = CredentialSource(.role) { () throws(CredentialError) in
      guard let profile = settings.profiles[name] else { return nil }
      return try AssumeRoleSource(chain: self, visited: [name]).find(profile)
    }
    return [.environment(environment, clock: tools.clock), role]
      + sources(of: settings.profiles[name] ?? Profiles.Profile(name: name), environment)
      + [container, metadata(whenSilent: .none(profile: name))]
  }

  /// What one profile has without assuming its role with another's credentials.
  func sources(
    of profile: Profiles.Profile,
    _ environment: [String: String] = [:]
  ) -> [CredentialSource] {
    [
      webIdentity(profile, environment),
      sso(profile),
      .keys(.sharedFile, in: profile.shared, profile: profile.name),
      login(profile),
      process(profile),
      .keys(.configFile, in: profile.config, profile: profile.name),
    ]
  }

  /// What each place has, asked one after another until one has credentials that can be had.
  func attempts() async -> [CredentialAttempt] {
    var attempts: [CredentialAttempt] = []
    for source in sources {
      do throws(CredentialError) {
        guard let provider = try source.find() else {
          attempts.append(CredentialAttempt(place: source.place, outcome: .absent))
          continue
        }
        _ = try await provider.get()
        attempts.append(CredentialAttempt(place: source.place, outcome: .found))
      } catch .none {
        attempts.append(CredentialAttempt(place: source.place, outcome: .absent))
        continue
      } catch {
        attempts.append(CredentialAttempt(place: source.place, outcome: .failed(error)))
      }
      return attempts
    }
    return attempts
  }
}

extension Settings {
  /// What signs requests by these settings: looked up at the first call, renewed before it lapses.
  package func credentials(_ tools: CredentialTools) -> CredentialProvider {
    let chain = CredentialChain(self, tools)
    let profile = profileName
    let found = Locked<CredentialProvider?>(nil)
    let find = { @Sendable () throws(CredentialError) -> CredentialProvider in
      if let provider = found.withLock({ $0 }) { return provider }
      guard let provider = try chain.sources.first() else { throw .none(profile: profile) }
      return found.withLock { found in
        let kept = found ?? provider
        found = kept
        return kept
      }
    }
    return CredentialProvider(
      get: { () throws(CredentialError) in try await find().get() },
      replace: { stale throws(CredentialError) in try await find().replace(stale) }
    )
  }

  package func credentials(
    through transport: HTTPTransport,
    clock: WallClock = .system
  ) -> CredentialProvider {
    var tools = CredentialTools(transport: transport)
    tools.clock = clock
    return credentials(tools)
  }

  /// Which places are asked for credentials and what they say, up to the first that has some.
  package func credentialAttempts(_ tools: CredentialTools) async -> [CredentialAttempt] {
    await CredentialChain(self, tools).attempts()
  }
}
