/// One place that may have credentials.
///
/// `nil` when nothing points there, so that the next place is asked; an error when something does
/// and cannot be followed, which ends the search as it does in AWS's own tools.
struct CredentialSource: Sendable {
  let find: @Sendable () throws(CredentialError) -> CredentialProvider?

  init(find: @escaping @Sendable () throws(CredentialError) -> CredentialProvider?) {
    self.find = find
  }

  /// Those of the first place that has some.
  static func first(of sources: [Self]) -> Self {
    Self { () throws(CredentialError) in
      for source in sources {
        if let provider = try source.find() { return provider }
      }
      return nil
    }
  }
}
