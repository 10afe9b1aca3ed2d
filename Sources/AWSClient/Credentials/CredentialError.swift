import Domain

/// Where a profile says something.
package struct ProfileKey: Hashable, Sendable {
  package let file: String
  package let profile: String
  package let key: String
}

/// Why there are no credentials.
package enum CredentialError: Error, Hashable, Sendable {
  /// Nothing that could give credentials is configured.
  case none(profile: String)
  case incompleteEnvironment(missing: String)
  /// The key that is missing beside `aws_access_key_id`.
  case incompleteProfile(ProfileKey)
  /// A way to sign in that is not built.
  case unsupported(ProfileKey)
  case unsupportedVariable(String)
  /// A role without `source_profile` or `credential_source`.
  case noSource(ProfileKey)
  case twoSources(ProfileKey)
  case sourceMissing(ProfileKey, source: String)
  case sourceEmpty(ProfileKey, source: String)
  case loop([String])
  case roleRefused(ProfileKey, role: String, Gap)
  case cancelled
}

extension CredentialError {
  package var problem: Text {
    switch self {
    case .none(let profile):
      Text(
        en: "No AWS credentials: none in the environment, none in profile \"\(profile)\".",
        ja: "AWS の認証情報が、環境変数にもプロファイル「\(profile)」にも設定されていません。"
      )
    case .incompleteEnvironment(let missing):
      Text(
        en: "AWS_ACCESS_KEY_ID is set, but \(missing) is not.",
        ja: "AWS_ACCESS_KEY_ID は設定されていますが、\(missing) がありません。"
      )
    case .incompleteProfile(let place):
      Text(
        en: "\(place.en) has aws_access_key_id, but no \(place.key).",
        ja: "\(place.ja) に aws_access_key_id はありますが、\(place.key) がありません。"
      )
    case .unsupported(let place):
      Text(
        en: "\(place.en) signs in by \(place.key), which ascheck cannot do yet.",
        ja: "\(place.ja) の \(place.key) によるサインインには、まだ対応していません。"
      )
    case .unsupportedVariable(let variable):
      Text(
        en: "\(variable) asks for a way to sign in that ascheck does not know yet.",
        ja: "\(variable) によるサインインには、まだ対応していません。"
      )
    case .noSource(let place):
      Text(
        en: "\(place.en) has role_arn, but nothing to assume the role with.",
        ja: "\(place.ja) に role_arn はありますが、引き受けに使う認証情報の指定がありません。"
      )
    case .twoSources(let place):
      Text(
        en: "\(place.en) has both source_profile and credential_source.",
        ja: "\(place.ja) に source_profile と credential_source の両方があります。"
      )
    case .sourceMissing(let place, let source):
      Text(
        en: "\(place.en) names \(place.key) = \(source), and there is no such profile.",
        ja: "\(place.ja) の \(place.key) = \(source) というプロファイルがありません。"
      )
    case .sourceEmpty(let place, let source):
      Text(
        en: "\(place.en) names \(place.key) = \(source), which has no credentials.",
        ja: "\(place.ja) の \(place.key) = \(source) に認証情報がありません。"
      )
    case .loop(let profiles):
      Text(
        en: "The source_profile of these profiles leads in a circle: "
          + profiles.joined(separator: " -> "),
        ja: "source_profile が循環しています: " + profiles.joined(separator: " -> ")
      )
    case .roleRefused(let place, let role, let gap):
      Text(
        en: "The role \(role) of \(place.en) was not given: \(gap.told)",
        ja: "\(place.ja) のロール \(role) を引き受けられませんでした: \(gap.told)"
      )
    case .cancelled:
      Text(en: "Signing in was interrupted.", ja: "サインインが中断されました。")
    }
  }
}

extension ProfileKey {
  fileprivate var en: String { "Profile \"\(profile)\" in \(file)" }
  fileprivate var ja: String { "\(file) のプロファイル「\(profile)」" }
}

extension Gap {
  /// AWS's code and sentence, as far as there are any.
  fileprivate var told: String {
    let parts = [code, message].compactMap { $0 }
    return parts.isEmpty ? cause.rawValue : parts.joined(separator: ": ")
  }
}
