/// What a profile and its `[sso-session]` say about IAM Identity Center.
struct SSOConfiguration: Equatable, Sendable {
  /// The profile, as errors name it.
  let place: ProfileKey
  /// `nil` in the older form, which keeps everything in the profile.
  let session: String?
  let startURL: String
  let region: String
  let account: String
  let role: String

  /// `nil` for a profile that has neither `sso_account_id` nor `sso_role_name`.
  init?(_ profile: Profiles.Profile, _ profiles: Profiles) throws(CredentialError) {
    guard let found = profile["sso_account_id"] ?? profile["sso_role_name"] else { return nil }
    place = ProfileKey(file: found.file, profile: profile.name, key: "sso_session")
    session = profile["sso_session"]?.text
    let shared = try Self.section(session, profile, place, profiles)
    var missing: [String] = []
    func value(_ key: String) -> String {
      let value = profile[key]?.text ?? shared[key]?.text
      if value == nil { missing.append(key) }
      return value ?? ""
    }
    role = value("sso_role_name")
    account = value("sso_account_id")
    startURL = value("sso_start_url")
    region = value("sso_region")
    guard missing.isEmpty else { throw .sso(place, .incomplete(missing: missing)) }
  }

  private static func section(
    _ session: String?,
    _ profile: Profiles.Profile,
    _ place: ProfileKey,
    _ profiles: Profiles
  ) throws(CredentialError) -> ProfileFile.Section {
    guard let session else { return [:] }
    guard let section = profiles.ssoSessions[session] else {
      throw .sso(place, .noSession(session, file: profiles.configFile))
    }
    for key in section.keys.sorted() {
      guard let own = profile[key]?.text, own != section[key]?.text else { continue }
      throw .sso(place, .contradiction(key: key, session: session))
    }
    return section
  }
}
