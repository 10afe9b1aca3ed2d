/// One place that may have credentials.
///
/// `nil` when nothing points there, so that the next place is asked; an error when something does
/// and cannot be followed, which ends the search as it does in AWS's own tools. Looking takes no
/// network: that is left to the provider.
struct CredentialSource: Sendable {
  let place: CredentialPlace
  let find: @Sendable () throws(CredentialError) -> CredentialProvider?

  init(
    _ place: CredentialPlace,
    find: @escaping @Sendable () throws(CredentialError) -> CredentialProvider?
  ) {
    self.place = place
    self.find = find
  }
}

extension [CredentialSource] {
  /// Those of the first place that has some.
  func first() throws(CredentialError) -> CredentialProvider? {
    for source in self {
      if let provider = try source.find() { return provider }
    }
    return nil
  }
}
