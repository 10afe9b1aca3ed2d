import AWSOperations
import Domain
import FoundationEssentials

extension CredentialChain {
  /// The credentials of `aws login`, which the AWS CLI keeps on the disk.
  func login(_ profile: Profiles.Profile) -> CredentialSource {
    CredentialSource(.login) { () throws(CredentialError) in
      guard let cache = loginCache(of: profile) else { return nil }
      return CredentialProvider { () throws(CredentialError) in
        try await cache.credentials()
      }.cached(clock: tools.clock)
    }
  }

  func loginCache(of profile: Profiles.Profile) -> LoginCache? {
    guard let session = profile["login_session"] else { return nil }
    let folder = settings.environment["AWS_LOGIN_CACHE_DIRECTORY"] ?? "~/.aws/login/cache"
    let name = Digest.hex(Digest.sha256(session.text.utf8))
    return LoginCache(
      place: ProfileKey(file: session.file, profile: profile.name, key: "login_session"),
      file: "\(Path.expanded(folder, settings.environment))/\(name).json",
      chain: self
    )
  }
}

/// The AWS CLI's file of one sign-in, renewed where that is due and written back for it.
struct LoginCache: Sendable {
  let place: ProfileKey
  let file: String
  let chain: CredentialChain

  /// As AWS's own tools have it.
  private static let margin: TimeInterval = 300

  func credentials() async throws(CredentialError) -> Credentials {
    let session = try read()
    let now = chain.tools.clock.now()
    if session.expires.timeIntervalSince(now) > Self.margin { return session.credentials }
    let region = chain.settings.region ?? Partition.aws.homeOfGlobalServices
    guard let operation = try renewal(of: session, in: region, now) else {
      throw .login(place, .cacheMalformed(file: file))
    }
    let answer: LoginToken
    do throws(Gap) {
      answer = try await chain.anonymousClient.send(operation, in: region)
    } catch {
      throw self.error(error)
    }
    save(answer, session, now)
    return Credentials(answer, at: now)
  }

  @discardableResult
  func read() throws(CredentialError) -> LoginSession {
    let text: String?
    do throws(SettingsError) {
      text = try chain.tools.files.read(file)
    } catch {
      throw .login(place, .cacheMalformed(file: file))
    }
    guard let text else { throw .login(place, .signedOut(file: file)) }
    guard let session = LoginSession(text) else {
      throw .login(place, .cacheMalformed(file: file))
    }
    return session
  }

  private func renewal(
    of session: LoginSession,
    in region: Region,
    _ now: Date
  ) throws(CredentialError) -> CreateOAuth2Token? {
    do throws(NoEndpoint) {
      let endpoint = try chain.settings.endpoints.endpoint(of: .signIn, in: region)
      let url = endpoint.url.url(
        path: endpoint.url.basePath + CreateOAuth2Token.path,
        query: ""
      )
      return session.renewal(url: url, at: now, id: UUID().uuidString)
    } catch {
      throw .login(
        place,
        .refused(Gap(.unreachable, CreateOAuth2Token.permission, message: error.words))
      )
    }
  }

  private func error(_ gap: Gap) -> CredentialError {
    switch gap.cause {
    case .cancelled: .cancelled
    case .accessDenied: .login(place, .lapsed(file: file))
    default: .login(place, .refused(gap))
    }
  }

  private func save(_ answer: LoginToken, _ session: LoginSession, _ now: Date) {
    do {
      try chain.tools.files.write(file, try session.renewed(answer, at: now))
    } catch {
      // The new credentials serve this run all the same; the old refresh token stays valid for a
      // while, so that the AWS CLI can go on.
      return
    }
  }
}

extension Credentials {
  fileprivate init(_ token: LoginToken, at now: Date) {
    self.init(
      accessKeyID: token.accessToken.accessKeyId,
      secretAccessKey: token.accessToken.secretAccessKey,
      sessionToken: token.accessToken.sessionToken,
      expiresAt: now + TimeInterval(token.expiresIn)
    )
  }
}
