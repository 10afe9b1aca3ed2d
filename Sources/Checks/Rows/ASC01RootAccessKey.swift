import AWSOperations
import Domain

extension Check {
  static let rootAccessKey = Check(
    id: "ASC 01",
    section: .general,
    title: Text(
      en: "The root account has no access key",
      ja: "rootアカウントのアクセスキーが設定されていないこと"
    ),
    shortTitle: Text(
      en: "No access keys on the root account",
      ja: "rootのアクセスキーがないこと"
    ),
    criterion: Text(
      en: "the root account has an access key",
      ja: "rootアカウントにアクセスキーが設定されている場合"
    ),
    why: Text(
      en:
        "The root user may do anything, and no policy in the account limits it. Whoever gets hold "
        + "of its key owns the account.",
      ja: "rootユーザーはすべての操作ができ、権限を制限する手段がありません。"
        + "キーが漏れると、アカウント全体を奪われます。"
    ),
    remedy: Text(
      en: "Delete the access keys of the root user. Work with IAM Identity Center, IAM roles or "
        + "IAM users instead.",
      ja: "rootユーザーのアクセスキーを削除してください。"
        + "日常の作業にはIAM Identity Center、IAMロール、IAMユーザーを使います。"
    ),
    severity: .critical,
    reasons: [.rootKeyInUse, .rootKeyPresent, .rootCertificate, .noRootKey, .noRootKeyReported],
    method: .automatic(needs: [.accountSummary], judge: judge)
  )

  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    let root = Resource.account(of: inventory)
    if inventory.runsOnRootKey {
      return [.alert(root, .rootKeyInUse, ["caller": inventory.identity.arn])]
    }
    if case .known(let summary) = inventory.accountSummary, let keys = summary.accessKeys {
      return [finding(keys: keys, summary, root)]
    }
    return [try reported(by: inventory, root)]
  }

  private static func finding(keys: Int, _ summary: AccountSummary, _ root: Resource) -> Finding {
    var values: Values = ["accessKeys": "\(keys)"]
    values["signingCertificates"] = summary.text("AccountSigningCertificatesPresent")
    values["passwordPresent"] = summary.flag("AccountPasswordPresent")
    values["mfaEnabled"] = summary.flag("AccountMFAEnabled")
    if keys > 0 { return .alert(root, .rootKeyPresent, values) }
    let hasCertificate = summary.counters["AccountSigningCertificatesPresent", default: 0] > 0
    return .pass(root, .noRootKey, values, warnings: hasCertificate ? [.rootCertificate] : [])
  }

  /// Where the summary does not answer, the credential report does, unless it leaves the root
  /// user out, as it does once an organization removed the root's credentials.
  private static func reported(by inventory: Inventory, _ root: Resource) throws(Gap) -> Finding {
    let missing = Gap(
      .undecodable,
      "iam:GetAccountSummary",
      message: "AccountAccessKeysPresent is missing, and the credential report has no root user"
    )
    guard case .known(let report) = inventory.credentialReport,
      let row = report.rows.first(where: { $0["user"] == "<root_account>" })
    else {
      throw inventory.accountSummary.gap ?? inventory.credentialReport.gap ?? missing
    }
    let keys = ["1", "2"].map { ReportedKey(slot: $0, of: row) }.filter(\.exists)
    var values: Values = [
      "accessKeys": "\(keys.count)", "reportedAt": report.generatedAt.timestamp,
    ]
    if keys.isEmpty { return .pass(root, .noRootKeyReported, values) }
    values["activeKeys"] = "\(keys.filter(\.isActive).count)"
    values["lastUsed"] = keys.compactMap(\.lastUsed).max()
    return .alert(root, .rootKeyPresent, values)
  }
}

/// One of the two key slots in a row of the credential report.
private struct ReportedKey {
  let isActive: Bool
  let lastRotated: String?
  let lastUsed: String?

  init(slot: String, of row: [String: String]) {
    func value(_ column: String) -> String? {
      let absent: Set = ["N/A", "not_supported", "no_information", ""]
      return row["access_key_\(slot)_\(column)"].flatMap { absent.contains($0) ? nil : $0 }
    }
    isActive = value("active") == "true"
    lastRotated = value("last_rotated")
    lastUsed = value("last_used_date")
  }

  /// An inactive key exists too: it only takes a click to activate it.
  var exists: Bool { isActive || lastRotated != nil }
}

extension Inventory {
  /// Temporary credentials of the root user come from the console or from `AssumeRoot`, not from
  /// a key.
  fileprivate var runsOnRootKey: Bool {
    identity.arn == "arn:\(partition.rawValue):iam::\(account.digits):root"
      && !hasTemporaryCredentials && accessKeyPrefix == "AKIA"
  }
}

extension AccountSummary {
  fileprivate var accessKeys: Int? { counters["AccountAccessKeysPresent"] }

  fileprivate func text(_ counter: String) -> String? {
    counters[counter].map { "\($0)" }
  }

  fileprivate func flag(_ counter: String) -> String? {
    counters[counter].map { $0 > 0 ? "true" : "false" }
  }
}

extension Reason {
  static let rootKeyInUse = Reason(
    "rootKeyInUse",
    en: "this very scan runs on an access key of the root user",
    ja: "このスキャン自体がrootユーザーのアクセスキーで実行されています"
  )
  static let rootKeyPresent = Reason(
    "rootKeyPresent",
    en: "the root user has an access key ({accessKeys})",
    ja: "rootユーザーにアクセスキーがあります ({accessKeys})"
  )
  static let rootCertificate = Reason(
    "rootCertificate",
    en: "the root user still has an X.509 signing certificate",
    ja: "rootユーザーに古いX.509署名証明書が残っています"
  )
  static let noRootKey = Reason(
    "noRootKey",
    en: "the root user has no access key",
    ja: "rootユーザーにアクセスキーはありません"
  )
  static let noRootKeyReported = Reason(
    "noRootKeyReported",
    en: "the credential report of {reportedAt} lists no access key of the root user",
    ja: "{reportedAt} の認証情報レポートではrootユーザーにアクセスキーはありません"
  )
}
