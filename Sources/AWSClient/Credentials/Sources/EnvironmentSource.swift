import AWSOperations
import FoundationEssentials

extension CredentialSource {
  /// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and perhaps `AWS_SESSION_TOKEN`.
  static func environment(_ environment: [String: String], clock: WallClock) -> Self {
    Self(.environment) { () throws(CredentialError) in
      guard let accessKeyID = environment["AWS_ACCESS_KEY_ID"] else { return nil }
      guard let secret = environment["AWS_SECRET_ACCESS_KEY"] else {
        throw .incompleteEnvironment(missing: "AWS_SECRET_ACCESS_KEY")
      }
      let credentials = Credentials(
        accessKeyID: accessKeyID,
        secretAccessKey: secret,
        sessionToken: environment["AWS_SESSION_TOKEN"] ?? environment["AWS_SECURITY_TOKEN"]
      )
      guard let expiration = environment["AWS_CREDENTIAL_EXPIRATION"] else {
        return .fixed(credentials)
      }
      return CredentialProvider { () throws(CredentialError) in
        guard let date = Date(iso8601: expiration), date > clock.now() else {
          throw .lapsedEnvironment(expiration: expiration)
        }
        return credentials
      }
    }
  }
}
