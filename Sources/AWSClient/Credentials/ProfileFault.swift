import Domain

/// Where a profile says something.
package struct ProfileKey: Hashable, Sendable {
  package let file: String
  package let profile: String
  package let key: String
}

/// Why a profile gives no credentials.
package enum ProfileFault: Hashable, Sendable {
  /// The key is missing beside `aws_access_key_id`.
  case incomplete
  /// The key stands for a way to sign in that is not built.
  case unsupported
  /// A role without `source_profile` or `credential_source`.
  case noSource
  case twoSources
  case sourceMissing(String)
  case sourceEmpty(String)
  case roleRefused(role: String, Gap)
}

extension ProfileFault {
  func problem(at place: ProfileKey) -> Text {
    let en = "Profile \"\(place.profile)\" in \(place.file)"
    let ja = "\(place.file) のプロファイル「\(place.profile)」"
    return switch self {
    case .incomplete:
      Text(
        en: "\(en) has aws_access_key_id, but no \(place.key).",
        ja: "\(ja) に aws_access_key_id はありますが、\(place.key) がありません。"
      )
    case .unsupported:
      Text(
        en: "\(en) signs in by \(place.key), which ascheck cannot do yet.",
        ja: "\(ja) の \(place.key) によるサインインには、まだ対応していません。"
      )
    case .noSource:
      Text(
        en: "\(en) has role_arn, but nothing to assume the role with.",
        ja: "\(ja) に role_arn はありますが、引き受けに使う認証情報の指定がありません。"
      )
    case .twoSources:
      Text(
        en: "\(en) has both source_profile and credential_source.",
        ja: "\(ja) に source_profile と credential_source の両方があります。"
      )
    case .sourceMissing(let source):
      Text(
        en: "\(en) names \(place.key) = \(source), and there is no such profile.",
        ja: "\(ja) の \(place.key) = \(source) というプロファイルがありません。"
      )
    case .sourceEmpty(let source):
      Text(
        en: "\(en) names \(place.key) = \(source), which has no credentials.",
        ja: "\(ja) の \(place.key) = \(source) に認証情報がありません。"
      )
    case .roleRefused(let role, let gap):
      Text(
        en: "The role \(role) of \(en) was not given: \(gap.told)",
        ja: "\(ja) のロール \(role) を引き受けられませんでした: \(gap.told)"
      )
    }
  }

  func hint(at place: ProfileKey) -> Text {
    switch self {
    case .incomplete:
      Text(
        en: "Add \(place.key) with `aws configure --profile \(place.profile)`.",
        ja: "`aws configure --profile \(place.profile)` で \(place.key) を設定してください。"
      )
    case .unsupported: Self.exportHint(" --profile \(place.profile)")
    case .noSource:
      Text(
        en: "Add source_profile = NAME to the profile in \(place.file).",
        ja: "\(place.file) のプロファイルに source_profile を追加してください。"
      )
    case .twoSources:
      Text(
        en: "Keep one of the two in \(place.file).",
        ja: "\(place.file) でどちらか一方だけを残してください。"
      )
    case .sourceMissing(let source): Self.sourceHint(source, place)
    case .sourceEmpty where place.key == "credential_source":
      Text(
        en: "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
        ja: "AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY を設定してください。"
      )
    case .sourceEmpty(let source):
      Text(
        en: "Give it a key: `aws configure --profile \(source)`.",
        ja: "`aws configure --profile \(source)` でアクセスキーを設定してください。"
      )
    case .roleRefused:
      Text(
        en: "See what AWS says to `aws sts get-caller-identity --profile \(place.profile)`.",
        ja: "`aws sts get-caller-identity --profile \(place.profile)` の結果を確認してください。"
      )
    }
  }

  private static func sourceHint(_ source: String, _ place: ProfileKey) -> Text {
    let command = "`aws configure --profile \(source)`"
    return Text(
      en: "Correct the name in \(place.file), or create it: \(command).",
      ja: "\(place.file) の名前を直すか、\(command) で作成してください。"
    )
  }

  /// The AWS CLI signs in by ways that are not built here, and hands over what it gets.
  static func exportHint(_ option: String) -> Text {
    let command = "eval \"$(aws configure export-credentials\(option) --format env)\""
    return Text(
      en: "Let the AWS CLI sign in: \(command)",
      ja: "AWS CLI でサインインしてから実行してください: \(command)"
    )
  }
}

extension Gap {
  /// AWS's code and sentence, as far as there are any.
  fileprivate var told: String {
    let parts = [code, message].compactMap { $0 }
    return parts.isEmpty ? cause.rawValue : parts.joined(separator: ": ")
  }
}
