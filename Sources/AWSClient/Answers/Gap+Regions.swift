import Domain

extension Gap {
  /// The same gap, once the credentials are known to be good elsewhere.
  ///
  /// A region that the account has not opted into, or whose endpoints do not know a token of the
  /// global STS endpoint, refuses credentials in the words used for wrong ones. Only who knows that
  /// `GetCallerIdentity` works in another region can tell the two apart.
  package var withCredentialsGoodElsewhere: Gap {
    guard cause == .credentials, let code, Self.codesOfUnusableRegions.contains(code) else {
      return self
    }
    return Gap(.regionNotUsable, permission, region: region, code: code, message: message)
  }

  private static let codesOfUnusableRegions: Set = [
    "AuthFailure", "UnrecognizedClientException", "InvalidClientTokenId", "OptInRequired",
    "InvalidToken", "InvalidAccessKeyId",
  ]
}
