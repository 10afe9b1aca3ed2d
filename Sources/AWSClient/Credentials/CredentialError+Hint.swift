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
    case .lapsedEnvironment:
      Text(
        en: "Set new ones, or unset AWS_ACCESS_KEY_ID to use a profile.",
        ja: "新しい認証情報を設定するか、AWS_ACCESS_KEY_ID を解除してプロファイルを"
          + "使ってください。"
      )
    case .role(let place, let problem): problem.hint(of: place)
    case .namedRole: NamedRole.hint
    case .mfa(let place, let problem): problem.hint(of: place)
    case .webIdentity(let origin, let problem): problem.hint(of: origin)
    case .sso(let place, let problem): problem.hint(of: place)
    case .login(let place, let problem): problem.hint(of: place)
    case .process(let place, let problem): problem.hint(of: place)
    case .container(let variable, let problem): problem.hint(of: variable)
    case .metadata(let problem): problem.hint
    case .cancelled:
      Text(en: "Start again when you like.", ja: "必要になったら、もう一度実行してください。")
    }
  }

  /// The AWS CLI can ask where this program cannot, and hands over what it gets.
  static func export(_ option: String) -> Text {
    let command = "eval \"$(aws configure export-credentials\(option) --format env)\""
    return Text(
      en: "Let the AWS CLI sign in: \(command)",
      ja: "AWS CLI でサインインしてから実行してください: \(command)"
    )
  }
}
