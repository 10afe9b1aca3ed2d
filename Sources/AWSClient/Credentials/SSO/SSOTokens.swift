import AWSOperations
import Domain
import FoundationEssentials

/// The AWS CLI's token of one profile, renewed where that is possible.
///
/// Read from the disk each time, because the AWS CLI may have renewed it, and written back for it.
/// Where the folder cannot be written, as in a container, a new token is kept for this run.
final class SSOTokens: Sendable {
  private let configuration: SSOConfiguration
  private let tools: CredentialTools
  private let client: AWSClient
  private let file: String
  private let newest = Locked<SSOToken?>(nil)

  /// AWS's tools renew a quarter of an hour ahead.
  private static let margin: TimeInterval = 900

  init(
    _ configuration: SSOConfiguration,
    _ tools: CredentialTools,
    _ client: AWSClient,
    cache folder: String
  ) {
    self.configuration = configuration
    self.tools = tools
    self.client = client
    let name = configuration.session ?? configuration.startURL
    file = "\(folder)/\(Digest.hex(Digest.sha1(name.utf8))).json"
  }

  /// A token that has not lapsed.
  func token() async throws(CredentialError) -> SSOToken {
    var token = try read()
    let now = tools.clock.now()
    // Tokens of the older form cannot be renewed.
    if configuration.session != nil, left(of: token, now) < Self.margin {
      token = try await renewed(token, now) ?? token
    }
    guard left(of: token, now) > 0 else { throw lapsed }
    return token
  }

  /// What the file alone tells of the sign-in.
  func signIn() throws(CredentialError) -> ProfileListing.SignIn {
    let token = try read()
    let now = tools.clock.now()
    if configuration.session != nil, token.renewal(at: now) != nil { return .ready }
    guard let expires = token.expires, expires > now else { throw lapsed }
    return .until(expires)
  }

  var lapsed: CredentialError { .sso(configuration.place, .token(.lapsed, file: file)) }

  private func left(of token: SSOToken, _ now: Date) -> TimeInterval {
    token.expires?.timeIntervalSince(now) ?? 0
  }

  private func read() throws(CredentialError) -> SSOToken {
    let text: String?
    do throws(SettingsError) {
      text = try tools.files.read(file)
    } catch {
      throw .sso(configuration.place, .token(.malformed, file: file))
    }
    guard let text else { throw .sso(configuration.place, .token(.absent, file: file)) }
    guard let token = SSOToken(text) else {
      throw .sso(configuration.place, .token(.malformed, file: file))
    }
    guard let known = newest.withLock({ $0 }), let later = known.expires,
      let written = token.expires, later > written
    else { return token }
    return known
  }

  /// `nil` when there is no way, or AWS refuses: then the old token serves while it lasts.
  private func renewed(_ token: SSOToken, _ now: Date) async throws(CredentialError) -> SSOToken? {
    guard let operation = token.renewal(at: now) else { return nil }
    let renewed: SSOToken
    do throws(Gap) {
      let answer = try await client.send(operation, in: Region(configuration.region))
      renewed = token.renewed(answer, at: now)
    } catch {
      if error.cause == .cancelled { throw .cancelled }
      return nil
    }
    newest.withLock { $0 = renewed }
    save(renewed)
    return renewed
  }

  private func save(_ token: SSOToken) {
    do {
      try tools.files.write(file, try token.text())
    } catch {
      // Kept in memory above: a folder that cannot be written must not end a scan.
      return
    }
  }
}
