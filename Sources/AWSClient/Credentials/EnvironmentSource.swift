extension CredentialSource {
  /// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and perhaps `AWS_SESSION_TOKEN`.
  static func environment(_ environment: [String: String]) -> Self {
    Self { () throws(CredentialError) in
      guard let accessKeyID = environment["AWS_ACCESS_KEY_ID"] else { return nil }
      guard let secret = environment["AWS_SECRET_ACCESS_KEY"] else {
        throw .incompleteEnvironment(missing: "AWS_SECRET_ACCESS_KEY")
      }
      let token = environment["AWS_SESSION_TOKEN"] ?? environment["AWS_SECURITY_TOKEN"]
      return .fixed(
        Credentials(accessKeyID: accessKeyID, secretAccessKey: secret, sessionToken: token)
      )
    }
  }
}
