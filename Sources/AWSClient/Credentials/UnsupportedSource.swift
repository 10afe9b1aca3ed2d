extension CredentialSource {
  /// Refuses a profile that names a way to sign in which is not built.
  ///
  /// Going on silently would scan with other credentials than the profile's.
  static func unsupported(_ keys: [String], in profile: Profiles.Profile?) -> Self {
    Self { () throws(CredentialError) in
      guard let profile else { return nil }
      for key in keys {
        guard let found = profile[key] else { continue }
        throw .profile(
          ProfileKey(file: found.file, profile: profile.name, key: key),
          .unsupported
        )
      }
      return nil
    }
  }

  /// The same for variables that point to such a way.
  static func unsupported(_ variables: [String], in environment: [String: String]) -> Self {
    Self { () throws(CredentialError) in
      for variable in variables where environment[variable] != nil {
        throw .unsupportedVariable(variable)
      }
      return nil
    }
  }
}
