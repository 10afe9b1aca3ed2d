import AWSOperations
import Domain

extension CredentialChain {
  /// A role that IAM Identity Center gives to who ran `aws sso login`.
  func sso(_ profile: Profiles.Profile) -> CredentialSource {
    CredentialSource(.sso) { () throws(CredentialError) in
      guard let configuration = try SSOConfiguration(profile, settings.profiles) else {
        return nil
      }
      let client = anonymousClient
      let tokens = ssoTokens(configuration)
      let provider = CredentialProvider { () throws(CredentialError) in
        let token = try await tokens.token()
        let operation = GetRoleCredentials(
          role: configuration.role,
          account: configuration.account,
          accessToken: token.accessToken
        )
        do throws(Gap) {
          let region = Region(configuration.region)
          return Credentials(try await client.send(operation, in: region))
        } catch {
          throw Self.error(error, configuration)
        }
      }
      return provider.cached(clock: tools.clock)
    }
  }

  /// Those of a profile that signs in by IAM Identity Center.
  func ssoTokens(of profile: Profiles.Profile) throws(CredentialError) -> SSOTokens? {
    try SSOConfiguration(profile, settings.profiles).map(ssoTokens)
  }

  private func ssoTokens(_ configuration: SSOConfiguration) -> SSOTokens {
    let folder = Path.expanded("~/.aws/sso/cache", settings.environment)
    return SSOTokens(configuration, tools, anonymousClient, cache: folder)
  }

  private static func error(_ gap: Gap, _ configuration: SSOConfiguration) -> CredentialError {
    switch (gap.cause, gap.code) {
    case (.cancelled, _): .cancelled
    case (_, "UnauthorizedException"): .sso(configuration.place, .tokenRefused(gap))
    default:
      .sso(
        configuration.place,
        .roleRefused(role: configuration.role, account: configuration.account, gap)
      )
    }
  }
}

extension Credentials {
  fileprivate init(_ role: RoleCredentials) {
    self.init(
      accessKeyID: role.accessKeyId,
      secretAccessKey: role.secretAccessKey,
      sessionToken: role.sessionToken,
      expiresAt: role.expiresAt
    )
  }
}
