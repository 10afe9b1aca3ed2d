import AWSOperations
import Domain
import FoundationEssentials

extension Settings {
  /// Keys in the environment, then every profile of the files by name, and whether each can sign
  /// in; nothing is asked of AWS.
  package func profileListings(_ tools: CredentialTools) -> [ProfileListing] {
    let chain = CredentialChain(self, tools)
    return environmentListing(tools)
      + profiles.names.compactMap { profiles[$0] }.map { profile in
        ProfileListing(
          name: profile.name,
          account: account(of: profile),
          region: profile["region"].flatMap { Region(parsing: $0.text) },
          signIn: signIn(by: profile, chain),
          asksForCode: lineage(of: profile).contains { $0["mfa_serial"] != nil }
        )
      }
  }

  private func environmentListing(_ tools: CredentialTools) -> [ProfileListing] {
    guard environment["AWS_ACCESS_KEY_ID"] != nil else { return [] }
    let name = environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"]
    return [
      .environment(
        region: name.flatMap { Region(parsing: $0) },
        signIn: environmentSignIn(at: tools.clock.now())
      )
    ]
  }

  private func environmentSignIn(at now: Date) -> ProfileListing.SignIn {
    func problem(_ error: CredentialError) -> (Text, Text) { (error.problem, error.hint) }
    guard environment["AWS_SECRET_ACCESS_KEY"] != nil else {
      let (words, hint) = problem(.incompleteEnvironment(missing: "AWS_SECRET_ACCESS_KEY"))
      return .broken(words, hint: hint)
    }
    guard let expiration = environment["AWS_CREDENTIAL_EXPIRATION"] else { return .ready }
    guard let date = Date(iso8601: expiration), date > now else {
      let (words, hint) = problem(.lapsedEnvironment(expiration: expiration))
      return .lapsed(words, hint: hint)
    }
    return .until(date)
  }

  /// What gives the credentials, where that is known before looking.
  ///
  /// Keys in the environment beat a profile that nobody typed.
  package var wayInUse: SignInWay? {
    if !isProfileTyped, environment["AWS_ACCESS_KEY_ID"] != nil { return .environment }
    return profiles[profileName] == nil ? nil : .profile(profileName)
  }

  /// Whether signing in asks a person for an MFA code.
  package var asksForCode: Bool {
    profiles[profileName].map(lineage)?.contains { $0["mfa_serial"] != nil } ?? false
  }

  private func account(of profile: Profiles.Profile) -> AccountID? {
    if let role = profile["role_arn"] { return AccountID(ofARN: role.text) }
    return profile["sso_account_id"].flatMap { AccountID(digits: $0.text) }
  }

  /// The profile, and those whose credentials its role is assumed with, to the last.
  private func lineage(of profile: Profiles.Profile) -> [Profiles.Profile] {
    var lineage = [profile]
    while let last = lineage.last, last["role_arn"] != nil, let source = last["source_profile"],
      let next = profiles[source.text], !lineage.contains(where: { $0.name == next.name })
    {
      lineage.append(next)
    }
    return lineage
  }

  private func signIn(
    by profile: Profiles.Profile,
    _ chain: CredentialChain
  ) -> ProfileListing.SignIn {
    do throws(CredentialError) {
      let role = AssumeRoleSource(chain: chain, visited: [profile.name])
      let hasRole = try role.find(profile) != nil
      guard hasRole, profile["credential_source"] == nil else {
        return hasRole ? .ready : try signIn(of: profile, chain)
      }
      return try signIn(of: lineage(of: profile).last ?? profile, chain)
    } catch {
      return .broken(error.problem, hint: error.hint)
    }
  }

  /// By what the profile has itself.
  private func signIn(
    of profile: Profiles.Profile,
    _ chain: CredentialChain
  ) throws(CredentialError) -> ProfileListing.SignIn {
    for source in chain.sources(of: profile) where try source.find() != nil {
      do throws(CredentialError) {
        switch source.place {
        case .sso: return try chain.ssoTokens(of: profile)?.signIn() ?? .ready
        case .login: try chain.loginCache(of: profile)?.read()
        default: break
        }
        return .ready
      } catch {
        return .lapsed(error.problem, hint: error.hint)
      }
    }
    return profile["credential_source"] == nil ? .absent : .ready
  }
}

extension AccountID {
  /// The account in an ARN's fifth field.
  fileprivate init?(ofARN arn: String) {
    let fields = arn.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count > 5 else { return nil }
    self.init(digits: String(fields[4]))
  }
}
