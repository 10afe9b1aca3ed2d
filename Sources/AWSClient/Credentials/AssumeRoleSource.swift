import AWSOperations
import Domain

/// Roles that profiles assume, `source_profile` by `source_profile`.
struct AssumeRoleSource: Sendable {
  let chain: CredentialChain
  /// From the profile that was asked for to the one at hand.
  let visited: [String]

  func find(_ profile: Profiles.Profile) throws(CredentialError) -> CredentialProvider? {
    guard let roleARN = profile["role_arn"], profile["web_identity_token_file"] == nil else {
      return nil
    }
    let place = ProfileKey(file: roleARN.file, profile: profile.name, key: "role_arn")
    if let mfa = profile["mfa_serial"] {
      throw .profile(
        ProfileKey(file: mfa.file, profile: profile.name, key: "mfa_serial"),
        .unsupported
      )
    }
    let source: CredentialProvider
    switch (profile["source_profile"], profile["credential_source"]) {
    case (nil, nil): throw .profile(place, .noSource)
    case (_?, _?): throw .profile(place, .twoSources)
    case (let name?, nil): source = try self.source(name, of: profile)
    case (nil, let name?): source = try named(name, of: profile)
    }
    return assuming(roleARN.text, profile, with: source, place)
  }

  private func source(
    _ name: Profiles.Found,
    of profile: Profiles.Profile
  ) throws(CredentialError) -> CredentialProvider {
    let place = ProfileKey(file: name.file, profile: profile.name, key: "source_profile")
    guard let source = chain.settings.profiles[name.text] else {
      throw .profile(place, .sourceMissing(name.text))
    }
    // A profile may be its own source, for keys that stand beside the role.
    let isOwnSource = name.text == profile.name && source.hasStaticKeys
    if visited.contains(name.text), !isOwnSource { throw .loop(visited + [name.text]) }
    let next = AssumeRoleSource(chain: chain, visited: visited + [name.text])
    if !source.hasStaticKeys, let provider = try next.find(source) { return provider }
    guard let provider = try chain.keys(of: source).find() else {
      throw .profile(place, .sourceEmpty(name.text))
    }
    return provider
  }

  private func named(
    _ name: Profiles.Found,
    of profile: Profiles.Profile
  ) throws(CredentialError) -> CredentialProvider {
    let place = ProfileKey(file: name.file, profile: profile.name, key: "credential_source")
    guard name.text.lowercased() == "environment" else { throw .profile(place, .unsupported) }
    guard let provider = try CredentialSource.environment(chain.settings.environment).find() else {
      throw .profile(place, .sourceEmpty(name.text))
    }
    return provider
  }

  private func assuming(
    _ roleARN: String,
    _ profile: Profiles.Profile,
    with source: CredentialProvider,
    _ place: ProfileKey
  ) -> CredentialProvider {
    let operation = AssumeRole(
      roleARN: roleARN,
      sessionName: profile["role_session_name"]?.text ?? "ascheck",
      externalID: profile["external_id"]?.text,
      // Text that is no number is passed over, as by botocore.
      durationSeconds: profile["duration_seconds"].flatMap { Int($0.text) }
    )
    let client = chain.client(source)
    let region = region(for: roleARN)
    let provider = CredentialProvider { () throws(CredentialError) in
      do throws(Gap) {
        let role = try await client.send(operation, in: region)
        return Credentials(
          accessKeyID: role.accessKeyID,
          secretAccessKey: role.secretAccessKey,
          sessionToken: role.sessionToken,
          expiresAt: role.expiresAt
        )
      } catch {
        throw error.cause == .cancelled
          ? .cancelled : .profile(place, .roleRefused(role: roleARN, error))
      }
    }
    return provider.cached(clock: chain.clock)
  }

  /// Regional, because tokens of the global endpoint do not work in regions that were opted into.
  private func region(for roleARN: String) -> Region {
    if let region = chain.settings.region { return region }
    let fields = roleARN.split(separator: ":", omittingEmptySubsequences: false)
    let partition = fields.count > 1 ? Partition(rawValue: String(fields[1])) : nil
    return (partition ?? .aws).homeOfGlobalServices
  }
}
