import Domain

/// Why a token of an identity provider gave no credentials.
package enum WebIdentityProblem: Hashable, Sendable {
  case noRole
  case fileMissing(String)
  case fileUnreadable(SettingsError)
  case refused(role: String, Gap)

  func problem(of origin: CredentialOrigin) -> Text {
    switch self {
    case .noRole:
      Text(
        en: "\(origin.en) names a token, but no role to assume with it.",
        ja: "\(origin.ja) にトークンの指定はありますが、引き受けるロールがありません。"
      )
    case .fileMissing(let path):
      Text(
        en: "\(origin.en) names \(path), and there is no such file.",
        ja: "\(origin.ja) が指すファイル \(path) がありません。"
      )
    case .fileUnreadable(let error):
      Text(en: "\(origin.en): \(error.problem.en)", ja: "\(origin.ja): \(error.problem.ja)")
    case .refused(let role, let gap):
      Text(
        en: "the role \(role) of \(origin.en) was not given: \(gap.told)",
        ja: "\(origin.ja) でロール \(role) を引き受けられませんでした: \(gap.told)"
      )
    }
  }

  func hint(of origin: CredentialOrigin) -> Text {
    switch (self, origin) {
    case (.noRole, .key(let place)):
      Text(
        en: "Add role_arn to the profile in \(place.file).",
        ja: "\(place.file) のプロファイルに role_arn を追加してください。"
      )
    case (.noRole, .variable):
      Text(en: "Set AWS_ROLE_ARN too.", ja: "AWS_ROLE_ARN も設定してください。")
    case (.fileMissing, _), (.fileUnreadable, _):
      Text(
        en: "Check that the token is mounted there and readable.",
        ja: "トークンがその場所にあり、読み取れることを確認してください。"
      )
    case (.refused, _):
      Text(
        en: "Check the trust policy of the role, and that the token has not expired.",
        ja: "ロールの信頼ポリシーと、トークンの有効期限を確認してください。"
      )
    }
  }
}
