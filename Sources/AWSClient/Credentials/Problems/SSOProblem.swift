import Domain

/// Why IAM Identity Center gave no credentials.
package enum SSOProblem: Hashable, Sendable {
  package enum TokenState: Sendable {
    case absent
    /// Half there, or something else altogether.
    case malformed
    case lapsed
  }

  case incomplete(missing: [String])
  case noSession(String, file: String)
  /// The profile and its session say different things.
  case contradiction(key: String, session: String)
  /// What is wrong with the AWS CLI's cached token.
  case token(TokenState, file: String)
  case tokenRefused(Gap)
  case roleRefused(role: String, account: String, Gap)

  func problem(of place: ProfileKey) -> Text {
    switch self {
    case .incomplete(let missing):
      Text(
        en: "\(place.en) signs in by IAM Identity Center, but has no "
          + missing.joined(separator: ", ") + ".",
        ja: "\(place.ja) は IAM Identity Center でサインインしますが、"
          + "\(missing.joined(separator: "、")) がありません。"
      )
    case .noSession(let name, _):
      Text(
        en: "\(place.en) names sso_session = \(name), and there is no such section.",
        ja: "\(place.ja) に sso_session = \(name) とありますが、そのセクションがありません。"
      )
    case .contradiction(let key, let session):
      Text(
        en: "\(place.en) and [sso-session \(session)] have different \(key).",
        ja: "\(place.ja) と [sso-session \(session)] の \(key) が一致しません。"
      )
    case .token(let state, let file): Self.words(state, file, place)
    case .tokenRefused(let gap):
      Text(
        en: "IAM Identity Center refuses the sign-in of \(place.en): \(gap.told)",
        ja: "\(place.ja) のサインインが IAM Identity Center に拒否されました: \(gap.told)"
      )
    case .roleRefused(let role, let account, let gap):
      Text(
        en: "IAM Identity Center does not give \(place.en) the role \(role) "
          + "of account \(account): \(gap.told)",
        ja: "\(place.ja) はアカウント \(account) のロール \(role) を"
          + "取得できませんでした: \(gap.told)"
      )
    }
  }

  func hint(of place: ProfileKey) -> Text {
    switch self {
    case .incomplete, .contradiction:
      Text(
        en: "Run `aws configure sso \(place.option)`, or correct \(place.file).",
        ja: "`aws configure sso \(place.option)` を実行するか、\(place.file) を直してください。"
      )
    case .noSession(let name, let file):
      Text(
        en: "Add [sso-session \(name)] to \(file): `aws configure sso-session`.",
        ja: "`aws configure sso-session` で \(file) に [sso-session \(name)] を"
          + "追加してください。"
      )
    case .token, .tokenRefused:
      Text(
        en: "Run `aws sso login \(place.option)`.",
        ja: "`aws sso login \(place.option)` を実行してください。"
      )
    case .roleRefused:
      Text(
        en: "Check sso_account_id and sso_role_name in \(place.file), and who has that role.",
        ja: "\(place.file) の sso_account_id と sso_role_name、ロールの割り当てを"
          + "確認してください。"
      )
    }
  }

  private static func words(_ state: TokenState, _ file: String, _ place: ProfileKey) -> Text {
    switch state {
    case .absent:
      Text(
        en: "\(place.en) is not signed in to IAM Identity Center: there is no \(file).",
        ja: "\(place.ja) は IAM Identity Center にサインインしていません（\(file) なし）。"
      )
    case .malformed:
      Text(
        en: "\(place.en) cannot sign in: \(file) holds no whole token.",
        ja: "\(place.ja) でサインインできません: \(file) のトークンが壊れています。"
      )
    case .lapsed:
      Text(
        en: "the sign-in of \(place.en) to IAM Identity Center has lapsed (\(file)).",
        ja: "\(place.ja) の IAM Identity Center へのサインインが期限切れです（\(file)）。"
      )
    }
  }
}
