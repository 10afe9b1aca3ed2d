import Domain

/// The places that are asked for credentials.
package enum CredentialPlace: String, CaseIterable, Sendable {
  case environment
  case role
  case webIdentity
  case sso
  case sharedFile
  case login
  case process
  case configFile
  case container
  case metadata

  package var words: Text {
    switch self {
    case .environment: Text(en: "environment variables", ja: "環境変数")
    case .role: Text(en: "role of the profile (role_arn)", ja: "プロファイルのロール (role_arn)")
    case .webIdentity:
      Text(en: "web identity token (web_identity_token_file)", ja: "Web ID トークン")
    case .sso: Text(en: "IAM Identity Center (aws sso login)", ja: "IAM Identity Center")
    case .sharedFile: Text(en: "keys in the credentials file", ja: "credentials ファイルのキー")
    case .login: Text(en: "aws login", ja: "aws login")
    case .process: Text(en: "credential_process", ja: "credential_process")
    case .configFile: Text(en: "keys in the config file", ja: "config ファイルのキー")
    case .container: Text(en: "container (ECS, EKS)", ja: "コンテナ (ECS、EKS)")
    case .metadata: Text(en: "EC2 metadata service", ja: "EC2 メタデータサービス")
    }
  }
}

/// What came of asking one place.
package struct CredentialAttempt: Sendable {
  package enum Outcome: Hashable, Sendable {
    /// Nothing points there.
    case absent
    case found
    case failed(CredentialError)
  }

  package let place: CredentialPlace
  package let outcome: Outcome
}
