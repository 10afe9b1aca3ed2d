/// Where a profile says something.
package struct ProfileKey: Hashable, Sendable {
  package let file: String
  package let profile: String
  package let key: String

  var en: String { "profile \"\(profile)\" in \(file)" }
  var ja: String { "\(file) のプロファイル「\(profile)」" }

  /// The AWS CLI's option that chooses the profile.
  var option: String {
    let isPlain = profile.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || Array("-_.@+".utf8).contains($0)
    }
    return isPlain ? "--profile \(profile)" : "--profile '\(profile)'"
  }
}

/// What asks for a way to sign in.
package enum CredentialOrigin: Hashable, Sendable {
  case key(ProfileKey)
  case variable(String)

  var en: String {
    switch self {
    case .key(let place): "\(place.en), \(place.key)"
    case .variable(let name): "\(name)"
    }
  }

  var ja: String {
    switch self {
    case .key(let place): "\(place.ja) の \(place.key)"
    case .variable(let name): "環境変数 \(name)"
    }
  }
}
