import Domain

/// Why there are no credentials.
package enum CredentialError: Error, Hashable, Sendable {
  /// Nothing that could give credentials is configured.
  case none(profile: String)
  case incompleteEnvironment(missing: String)
  /// The key that is missing beside `aws_access_key_id`.
  case incompleteProfile(ProfileKey)
  /// `AWS_CREDENTIAL_EXPIRATION` is over, or no time.
  case lapsedEnvironment(expiration: String)
  case role(ProfileKey, RoleProblem)
  /// A role that was named on the command line.
  case namedRole(String, Gap)
  case mfa(ProfileKey, MFAProblem)
  case webIdentity(CredentialOrigin, WebIdentityProblem)
  case sso(ProfileKey, SSOProblem)
  case login(ProfileKey, LoginProblem)
  case process(ProfileKey, ProcessProblem)
  case container(variable: String, ContainerProblem)
  case metadata(MetadataProblem)
  case cancelled
}

extension CredentialError {
  package var problem: Text {
    switch self {
    case .none(let profile):
      Text(
        en: "no AWS credentials: none in the environment, in profile \"\(profile)\", "
          + "from a container or from EC2.",
        ja: "AWS の認証情報がありません"
          + "（環境変数、プロファイル「\(profile)」、コンテナ、EC2 のいずれにもなし）。"
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
    case .lapsedEnvironment(let expiration):
      Text(
        en: "the credentials in the environment have lapsed "
          + "(AWS_CREDENTIAL_EXPIRATION=\(expiration)).",
        ja: "環境変数の認証情報は期限切れです（AWS_CREDENTIAL_EXPIRATION=\(expiration)）。"
      )
    case .role(let place, let problem): problem.problem(of: place)
    case .namedRole(let arn, let gap): NamedRole.problem(of: arn, gap)
    case .mfa(let place, let problem): problem.problem(of: place)
    case .webIdentity(let origin, let problem): problem.problem(of: origin)
    case .sso(let place, let problem): problem.problem(of: place)
    case .login(let place, let problem): problem.problem(of: place)
    case .process(let place, let problem): problem.problem(of: place)
    case .container(let variable, let problem): problem.problem(of: variable)
    case .metadata(let problem): problem.problem
    case .cancelled:
      Text(en: "signing in was interrupted.", ja: "サインインが中断されました。")
    }
  }
}

extension Gap {
  /// AWS's code and sentence, as far as there are any.
  var told: String {
    let parts = [code, message].compactMap { $0 }
    return parts.isEmpty ? cause.rawValue : parts.joined(separator: ": ")
  }
}
