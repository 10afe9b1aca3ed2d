import AWSOperations
import Domain

extension CredentialChain {
  /// A role that is assumed with a token in a file, as pods and pipelines have it.
  ///
  /// Each variable beats its key in the profile.
  func webIdentity(
    _ profile: Profiles.Profile,
    _ environment: [String: String]
  ) -> CredentialSource {
    CredentialSource(.webIdentity) { () throws(CredentialError) in
      let origin: CredentialOrigin
      let path: String
      if let variable = environment["AWS_WEB_IDENTITY_TOKEN_FILE"] {
        (origin, path) = (.variable("AWS_WEB_IDENTITY_TOKEN_FILE"), variable)
      } else if let found = profile["web_identity_token_file"], !found.text.isEmpty {
        let key = "web_identity_token_file"
        (origin, path) = (
          .key(ProfileKey(file: found.file, profile: profile.name, key: key)), found.text
        )
      } else {
        return nil
      }
      guard let role = environment["AWS_ROLE_ARN"] ?? profile["role_arn"]?.text, !role.isEmpty
      else { throw .webIdentity(origin, .noRole) }
      let session = environment["AWS_ROLE_SESSION_NAME"] ?? profile["role_session_name"]?.text
      let client = anonymousClient
      let region = settings.region(forRole: role)
      let provider = CredentialProvider { () throws(CredentialError) in
        let operation = AssumeRoleWithWebIdentity(
          roleARN: role,
          sessionName: session ?? "ascheck",
          token: try token(in: path, origin)
        )
        do throws(Gap) {
          return Credentials(try await client.send(operation, in: region))
        } catch {
          throw error.cause == .cancelled
            ? .cancelled : .webIdentity(origin, .refused(role: role, error))
        }
      }
      return provider.cached(clock: tools.clock)
    }
  }

  /// Read anew each time: the cluster replaces the file before the token lapses.
  private func token(
    in path: String,
    _ origin: CredentialOrigin
  ) throws(CredentialError) -> String {
    do throws(SettingsError) {
      if let token = try tools.files.read(path) { return token }
    } catch {
      throw .webIdentity(origin, .fileUnreadable(error))
    }
    throw .webIdentity(origin, .fileMissing(path))
  }
}

extension Credentials {
  init(_ role: AssumedRole) {
    self.init(
      accessKeyID: role.accessKeyID,
      secretAccessKey: role.secretAccessKey,
      sessionToken: role.sessionToken,
      expiresAt: role.expiresAt
    )
  }
}

extension Settings {
  /// The region, else the home of the role's partition: regional, because tokens of the global
  /// endpoint do not work in regions that were opted into.
  func region(forRole arn: String) -> Region {
    if let region { return region }
    let fields = arn.split(separator: ":", omittingEmptySubsequences: false)
    let partition = fields.count > 1 ? Partition(rawValue: String(fields[1])) : nil
    return (partition ?? .aws).homeOfGlobalServices
  }
}
