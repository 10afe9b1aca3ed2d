import Domain

/// Why there are no credentials.
package enum CredentialError: Error, Hashable, Sendable {
  /// Nothing that could give credentials is configured.
  case none(profile: String)
  case incompleteEnvironment(missing: String)
  case unsupportedVariable(String)
  case profile(ProfileKey, ProfileFault)
  /// Profiles that lead back to one of themselves, in order.
  case loop([String])
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
    case .unsupportedVariable(let variable):
      Text(
        en: "\(variable) asks for a way to sign in that ascheck does not know yet.",
        ja: "\(variable) によるサインインには、まだ対応していません。"
      )
    case .profile(let place, let fault): fault.problem(at: place)
    case .loop(let profiles):
      Text(
        en: "The source_profile of these profiles leads in a circle: "
          + profiles.joined(separator: " -> "),
        ja: "source_profile が循環しています: " + profiles.joined(separator: " -> ")
      )
    case .cancelled:
      Text(en: "Signing in was interrupted.", ja: "サインインが中断されました。")
    }
  }

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
    case .unsupportedVariable: ProfileFault.exportHint("")
    case .profile(let place, let fault): fault.hint(at: place)
    case .loop:
      Text(
        en: "Let the last one have keys of its own.",
        ja: "末端のプロファイルにはアクセスキーを持たせてください。"
      )
    case .cancelled:
      Text(en: "Start again when you like.", ja: "必要になったら、もう一度実行してください。")
    }
  }
}
