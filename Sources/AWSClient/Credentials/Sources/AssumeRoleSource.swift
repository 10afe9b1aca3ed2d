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
    let source: CredentialProvider
    switch (profile["source_profile"], profile["credential_source"]) {
    case (nil, nil): throw .role(place, .noSource)
    case (_?, _?): throw .role(place, .twoSources)
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
      throw .role(place, .sourceMissing(name.text))
    }
    // A profile may be its own source, for keys that stand beside the role.
    let isOwnSource = name.text == profile.name && source.hasStaticKeys
    if visited.contains(name.text), !isOwnSource {
      throw .role(place, .loop(visited + [name.text]))
    }
    let next = AssumeRoleSource(chain: chain, visited: visited + [name.text])
    if !source.hasStaticKeys, let provider = try next.find(source) { return provider }
    guard let provider = try chain.sources(of: source).first() else {
      throw .role(place, .sourceEmpty(name.text))
    }
    return provider
  }

  private func named(
    _ name: Profiles.Found,
    of profile: Profiles.Profile
  ) throws(CredentialError) -> CredentialProvider {
    let place = ProfileKey(file: name.file, profile: profile.name, key: "credential_source")
    let nothing = CredentialError.role(place, .sourceEmpty(name.text))
    let source: CredentialSource =
      switch name.text {
      case "Environment": .environment(chain.settings.environment, clock: chain.tools.clock)
      case "EcsContainer": chain.container
      case "Ec2InstanceMetadata": chain.metadata(whenSilent: nothing)
      default: throw .role(place, .sourceUnknown(name.text))
      }
    guard let provider = try source.find() else { throw nothing }
    return provider
  }

  private func assuming(
    _ roleARN: String,
    _ profile: Profiles.Profile,
    with source: CredentialProvider,
    _ place: ProfileKey
  ) -> CredentialProvider {
    let client = chain.client(source)
    let region = chain.settings.region(forRole: roleARN)
    let provider = CredentialProvider { () throws(CredentialError) in
      var isAgain = false
      while true {
        let operation = try await operation(roleARN, profile, isAgain: isAgain)
        do throws(Gap) {
          return Credentials(try await client.send(operation, in: region))
        } catch {
          if error.cause == .cancelled { throw .cancelled }
          guard error.isAboutMFACode, !isAgain else {
            throw .role(place, .refused(role: roleARN, error))
          }
          isAgain = true
        }
      }
    }
    return provider.cached(clock: chain.tools.clock)
  }

  private func operation(
    _ roleARN: String,
    _ profile: Profiles.Profile,
    isAgain: Bool
  ) async throws(CredentialError) -> AssumeRole {
    var code: String?
    if let serial = profile["mfa_serial"] { code = try await mfaCode(serial, profile, isAgain) }
    return AssumeRole(
      roleARN: roleARN,
      sessionName: profile["role_session_name"]?.text ?? "ascheck",
      externalID: profile["external_id"]?.text,
      // Text that is no number is passed over, as by botocore.
      durationSeconds: profile["duration_seconds"].flatMap { Int($0.text) },
      serialNumber: profile["mfa_serial"]?.text,
      tokenCode: code
    )
  }

  private func mfaCode(
    _ serial: Profiles.Found,
    _ profile: Profiles.Profile,
    _ isAgain: Bool
  ) async throws(CredentialError) -> String {
    let place = ProfileKey(file: serial.file, profile: profile.name, key: "mfa_serial")
    guard let ask = chain.tools.mfaCode else {
      throw .mfa(place, .nobodyToAsk(serial: serial.text))
    }
    let code: String
    do {
      code = try await ask(serial.text, isAgain).filter { !$0.isWhitespace }
    } catch {
      throw .cancelled
    }
    guard code.utf8.count == 6, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .mfa(place, .notACode(serial: serial.text))
    }
    return code
  }
}

extension Gap {
  /// AWS knows the device and refuses the digits: mistyped, used already, or of the minute before.
  fileprivate var isAboutMFACode: Bool {
    cause == .accessDenied && message?.contains("MultiFactorAuthentication failed") == true
  }
}
