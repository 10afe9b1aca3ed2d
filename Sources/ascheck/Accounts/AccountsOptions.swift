import ArgumentParser
import Domain

/// Options of a scan of many accounts.
struct AccountsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      en: "Scan these accounts: a file with one account number a line, or \"organization\".",
      ja: "スキャンするアカウント。番号を1行に1つ書いたファイル、または \"organization\"",
      valueName: "file"
    )
  )
  var accounts: String?

  @Option(
    help: ArgumentHelp(
      en: "The role to assume in each account; your own account needs none.",
      ja: "各アカウントで引き受けるロール。自分のものには不要",
      valueName: "name"
    )
  )
  var role: String?

  @Option(
    help: ArgumentHelp(
      en: "The external id that the role asks for.",
      ja: "ロールが要求する外部 ID",
      valueName: "id"
    )
  )
  var externalID: String?

  /// What was asked for; `nil` for a scan of one account.
  func request() throws -> AccountsRequest? {
    guard let accounts else {
      if role != nil || externalID != nil { throw Failure.roleWithoutAccounts }
      return nil
    }
    guard let role, !role.isEmpty else { throw Failure.accountsWithoutRole }
    return AccountsRequest(source: accounts, role: role, externalID: externalID)
  }
}

/// Which accounts to scan, and as whom.
struct AccountsRequest: Sendable {
  /// A path, or `organization`.
  let source: String
  let role: String
  let externalID: String?

  var isOrganization: Bool { source == "organization" }
}

extension Failure {
  fileprivate static let accountsWithoutRole = Self(
    Text(en: "--accounts needs --role", ja: "--accounts には --role が必要です"),
    hint: Text(
      en: "Name the role that scans in each account: --role NAME",
      ja: "各アカウントでスキャンに使うロールを --role で指定してください。"
    ),
    exitCode: .usage
  )

  fileprivate static let roleWithoutAccounts = Self(
    Text(
      en: "--role and --external-id go with --accounts",
      ja: "--role と --external-id は --accounts と一緒に使います"
    ),
    hint: Text(
      en: "For one account, set role_arn in a profile and use --profile.",
      ja: "1つのアカウントなら、プロファイルに role_arn を設定して --profile で指定してください。"
    ),
    exitCode: .usage
  )
}
