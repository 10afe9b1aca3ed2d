extension CredentialSource {
  /// The access key of a profile, as one of the two files has it.
  ///
  /// The files do not complete each other: half a pair in one is an error.
  static func keys(_ kind: CredentialPlace, in place: Profiles.Place?, profile: String) -> Self {
    Self(kind) { () throws(CredentialError) in
      guard let place, let accessKeyID = place["aws_access_key_id"] else { return nil }
      guard let secret = place["aws_secret_access_key"] else {
        throw .incompleteProfile(
          ProfileKey(file: place.file, profile: profile, key: "aws_secret_access_key")
        )
      }
      let token = place["aws_security_token"] ?? place["aws_session_token"]
      return .fixed(
        Credentials(
          accessKeyID: accessKeyID.text,
          secretAccessKey: secret.text,
          sessionToken: token?.text
        )
      )
    }
  }
}
