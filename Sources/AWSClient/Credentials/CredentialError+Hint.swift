import Domain

extension CredentialError {
  /// What to do next.
  package var hint: Text {
    switch self {
    case .none:
      Text(
        en: "Run `aws configure`, choose --profile NAME, or try `ascheck demo`, which needs none.",
        ja: "`aws configure` で設定するか --profile で指定してください。"
          + "認証情報なしで試すには `ascheck demo` を使えます。"
      )
    case .incompleteEnvironment(let missing):
      Text(
        en: "Set \(missing) too, or unset AWS_ACCESS_KEY_ID.",
        ja: "\(missing) も設定するか、AWS_ACCESS_KEY_ID を解除してください。"
      )
    case .incompleteProfile(let place):
      Text(
        en: "Add \(place.key) with `aws configure --profile \(place.profile)`.",
        ja: "`aws configure --profile \(place.profile)` で \(place.key) を設定してください。"
      )
    case .unsupported(let place): Self.export(" --profile \(place.profile)")
    case .unsupportedVariable: Self.export("")
    case .noSource(let place):
      Text(
        en: "Add source_profile = NAME to the profile in \(place.file).",
        ja: "\(place.file) のプロファイルに source_profile を追加してください。"
      )
    case .twoSources(let place):
      Text(
        en: "Keep one of the two in \(place.file).",
        ja: "\(place.file) でどちらか一方だけを残してください。"
      )
    case .sourceMissing(let place, let source):
      Text(
        en: "Correct the name in \(place.file), or create it: "
          + "`aws configure --profile \(source)`.",
        ja: "\(place.file) の名前を直すか、`aws configure --profile \(source)` で"
          + "作成してください。"
      )
    case .sourceEmpty(let place, let source) where place.key == "source_profile":
      Text(
        en: "Give it a key: `aws configure --profile \(source)`.",
        ja: "`aws configure --profile \(source)` でアクセスキーを設定してください。"
      )
    case .sourceEmpty:
      Text(
        en: "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
        ja: "AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY を設定してください。"
      )
    case .loop:
      Text(
        en: "Let the last one have keys of its own.",
        ja: "末端のプロファイルにはアクセスキーを持たせてください。"
      )
    case .roleRefused(let place, _, _):
      Text(
        en: "See what AWS says to `aws sts get-caller-identity --profile \(place.profile)`.",
        ja: "`aws sts get-caller-identity --profile \(place.profile)` の結果を確認してください。"
      )
    case .cancelled:
      Text(en: "Start again when you like.", ja: "必要になったら、もう一度実行してください。")
    }
  }

  /// The AWS CLI signs in by ways that are not built here, and hands over what it gets.
  private static func export(_ option: String) -> Text {
    let command = "eval \"$(aws configure export-credentials\(option) --format env)\""
    return Text(
      en: "Let the AWS CLI sign in: \(command)",
      ja: "AWS CLI でサインインしてから実行してください: \(command)"
    )
  }
}
