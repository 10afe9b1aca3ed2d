import Domain

extension Gap.Cause {
  /// For a narrow column: at most ten cells in either language.
  package var short: Text {
    switch self {
    case .accessDenied: Text(en: "denied", ja: "権限不足")
    case .regionNotUsable: Text(en: "region off", ja: "利用不可")
    case .credentials: Text(en: "signed out", ja: "認証切れ")
    case .throttled: Text(en: "throttled", ja: "制限超過")
    case .unreachable: Text(en: "no answer", ja: "接続不可")
    case .undecodable: Text(en: "unreadable", ja: "解釈不能")
    case .notImplemented: Text(en: "no such op", ja: "未対応")
    case .gone: Text(en: "gone", ja: "消失")
    case .crossAccount: Text(en: "other acct", ja: "閲覧不可")
    case .cancelled: Text(en: "stopped", ja: "中止")
    case .refused: Text(en: "refused", ja: "拒否")
    case .notCollected: Text(en: "not read", ja: "未取得")
    }
  }

  /// What happened.
  fileprivate var event: Text {
    switch self {
    case .accessDenied: Text(en: "AWS denied {action}", ja: "{action} が拒否されました")
    case .regionNotUsable:
      Text(
        en: "the region is not enabled or refuses these credentials",
        ja: "リージョンが有効でないか、この認証情報を受け付けません"
      )
    case .credentials:
      Text(en: "the credentials are not valid or have expired", ja: "認証情報が無効か期限切れです")
    case .throttled:
      Text(en: "AWS kept throttling {action}", ja: "{action} の呼び出しが制限され続けました")
    case .unreachable: Text(en: "{action} got no answer", ja: "{action} の応答がありません")
    case .undecodable:
      Text(en: "the answer to {action} makes no sense", ja: "{action} の応答を解釈できません")
    case .notImplemented:
      Text(en: "the endpoint does not offer {action}", ja: "接続先が {action} に対応していません")
    case .gone: Text(en: "the resource is gone", ja: "リソースが存在しません")
    case .crossAccount:
      Text(en: "the bucket belongs to another account", ja: "別アカウントのバケットです")
    case .cancelled:
      Text(en: "the scan ended before this was read", ja: "取得する前にスキャンが終了しました")
    case .refused: Text(en: "AWS refused {action}", ja: "{action} が受け付けられませんでした")
    case .notCollected: Text(en: "nothing asked for this", ja: "この情報は取得されていません")
    }
  }

  /// What to do about it.
  fileprivate var advice: Text {
    switch self {
    case .accessDenied:
      Text(en: "allow it for the identity that scans", ja: "スキャンする権限に追加してください")
    case .regionNotUsable:
      Text(en: "enable the region, or leave it out", ja: "リージョンを有効にするか対象外にしてください")
    case .credentials: Text(en: "sign in again and re-run", ja: "再認証して再実行してください")
    case .throttled: Text(en: "re-run the row later", ja: "しばらく待って再実行してください")
    case .unreachable:
      Text(en: "check the network and re-run", ja: "ネットワークを確認して再実行してください")
    case .undecodable, .refused:
      Text(en: "its message says more", ja: "メッセージを確認してください")
    case .notImplemented:
      Text(en: "scan an endpoint that does", ja: "対応する接続先でスキャンしてください")
    case .gone: Text(en: "re-run the row", ja: "再実行してください")
    case .crossAccount:
      Text(en: "scan the account that owns it", ja: "所有者のアカウントでスキャンしてください")
    case .cancelled: Text(en: "re-run the row", ja: "再実行してください")
    case .notCollected:
      Text(en: "re-run the row; if it stays, report it", ja: "再実行し、続く場合は報告してください")
    }
  }
}

/// Sentences about what could not be read.
package enum GapWords {
  /// What happened and what to do, with the region and AWS's code where they are known.
  ///
  /// `nil` for a finding that is not unknown, and for the cause of a newer program.
  package static func sentence(for finding: Finding) -> Text? {
    guard finding.status == .unknown else { return nil }
    let values = finding.values
    guard let cause = values["cause"].flatMap(Gap.Cause.init) else { return nil }
    return sentence(
      cause,
      action: values["action"],
      region: finding.resource.region,
      code: values["code"],
      deniedBy: values["deniedBy"].flatMap(Gap.Denier.init)
    )
  }

  package static func sentence(for gap: Gap) -> Text {
    sentence(
      gap.cause,
      action: gap.permission.name,
      region: gap.region,
      code: gap.code,
      deniedBy: gap.deniedBy
    )
  }

  /// A guardrail often closes whole regions on purpose.
  private static let regionAdvice = Text(
    en: "a service control policy forbids it; ask the organization's administrator, or put the "
      + "region out of scope",
    ja: "サービスコントロールポリシーで禁止されています。組織の管理者に確認するか、リージョンを対象外にしてください"
  )

  private static func sentence(
    _ cause: Gap.Cause,
    action: String?,
    region: Region?,
    code: String?,
    deniedBy: Gap.Denier?
  ) -> Text {
    let details = [region?.name, code].compactMap(\.self).joined(separator: ", ")
    let aside = details.isEmpty ? "" : " (\(details))"
    let advice =
      region != nil && deniedBy == .serviceControlPolicy
      ? Self.regionAdvice : deniedBy?.advice ?? cause.advice
    func whole(_ language: Language, _ separator: String) -> String {
      let event = cause.event[language].replacing("{action}", with: action ?? "?")
      return event + aside + separator + advice[language]
    }
    return Text(en: whole(.english, ": "), ja: whole(.japanese, "。"))
  }
}

extension Gap.Denier {
  /// Who can lift the refusal; `nil` where the general advice does.
  fileprivate var advice: Text? {
    switch self {
    case .identityPolicy: nil
    case .serviceControlPolicy:
      Text(
        en: "a service control policy forbids it; ask the organization's administrator",
        ja: "サービスコントロールポリシーで禁止されています。組織の管理者に確認してください"
      )
    case .resourceControlPolicy:
      Text(
        en: "a resource control policy forbids it; ask the organization's administrator",
        ja: "リソースコントロールポリシーで禁止されています。組織の管理者に確認してください"
      )
    case .resourcePolicy:
      Text(
        en: "the policy of the resource itself forbids it",
        ja: "リソース自体のポリシーで禁止されています"
      )
    case .permissionsBoundary:
      Text(
        en: "the permissions boundary of the identity that scans forbids it",
        ja: "スキャンする権限のアクセス許可の境界で禁止されています"
      )
    case .sessionPolicy:
      Text(
        en: "the session's own policy forbids it; sign in without it",
        ja: "セッションポリシーで禁止されています。制限のないセッションで実行してください"
      )
    }
  }
}
