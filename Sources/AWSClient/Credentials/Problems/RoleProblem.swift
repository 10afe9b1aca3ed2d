import Domain

/// Why a profile's role was not had.
package enum RoleProblem: Hashable, Sendable {
  /// Neither `source_profile` nor `credential_source`.
  case noSource
  case twoSources
  case sourceMissing(String)
  case sourceEmpty(String)
  /// A `credential_source` that does not exist.
  case sourceUnknown(String)
  /// The profiles from the one asked for to the one that comes twice.
  case loop([String])
  case refused(role: String, Gap)

  func problem(of place: ProfileKey) -> Text {
    switch self {
    case .noSource:
      Text(
        en: "\(place.en) has role_arn, but nothing to assume the role with.",
        ja: "\(place.ja) に role_arn はありますが、引き受けに使う認証情報の指定がありません。"
      )
    case .twoSources:
      Text(
        en: "\(place.en) has both source_profile and credential_source.",
        ja: "\(place.ja) に source_profile と credential_source の両方があります。"
      )
    case .sourceMissing(let source):
      Text(
        en: "\(place.en) names \(place.key) = \(source), and there is no such profile.",
        ja: "\(place.ja) の \(place.key) = \(source) というプロファイルがありません。"
      )
    case .sourceEmpty(let source):
      Text(
        en: "\(place.en) names \(place.key) = \(source), which has no credentials.",
        ja: "\(place.ja) の \(place.key) = \(source) に認証情報がありません。"
      )
    case .sourceUnknown(let source):
      Text(
        en: "\(place.en) names credential_source = \(source), which does not exist.",
        ja: "\(place.ja) の credential_source = \(source) というものはありません。"
      )
    case .loop(let profiles): Self.circle(profiles, place)
    case .refused(let role, let gap):
      Text(
        en: "the role \(role) of \(place.en) was not given: \(gap.told)",
        ja: "\(place.ja) のロール \(role) を引き受けられませんでした: \(gap.told)"
      )
    }
  }

  func hint(of place: ProfileKey) -> Text {
    switch self {
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
    case .sourceMissing(let source):
      Text(
        en: "Correct the name in \(place.file), or create it: "
          + "`aws configure --profile \(source)`.",
        ja: "\(place.file) の名前を直すか、`aws configure --profile \(source)` で"
          + "作成してください。"
      )
    case .sourceEmpty(let source): Self.fill(source, place)
    case .sourceUnknown:
      Text(
        en: "Write Environment, Ec2InstanceMetadata or EcsContainer in \(place.file).",
        ja: "\(place.file) に Environment、Ec2InstanceMetadata、EcsContainer のいずれかを"
          + "指定してください。"
      )
    case .loop:
      Text(
        en: "Let the last one have keys of its own.",
        ja: "末端のプロファイルにはアクセスキーを持たせてください。"
      )
    case .refused:
      Text(
        en: "See what AWS says to `aws sts get-caller-identity \(place.option)`.",
        ja: "`aws sts get-caller-identity \(place.option)` の結果を確認してください。"
      )
    }
  }

  private static func circle(_ profiles: [String], _ place: ProfileKey) -> Text {
    let path = profiles.joined(separator: " -> ")
    return Text(
      en: "the \(place.key) of these profiles in \(place.file) leads in a circle: \(path)",
      ja: "\(place.file) の \(place.key) が循環しています: \(path)"
    )
  }

  private static func fill(_ source: String, _ place: ProfileKey) -> Text {
    switch source {
    case _ where place.key == "source_profile":
      Text(
        en: "Give it a key: `aws configure --profile \(source)`.",
        ja: "`aws configure --profile \(source)` でアクセスキーを設定してください。"
      )
    case "Environment":
      Text(
        en: "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
        ja: "AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY を設定してください。"
      )
    default:
      Text(
        en: "\(source) answers only there; elsewhere name a source_profile.",
        ja: "\(source) はその環境でしか使えません。ほかでは source_profile を指定してください。"
      )
    }
  }
}
