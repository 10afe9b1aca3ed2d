import Domain

extension Check {
  static let temporaryCredentials = Check(
    id: "ASC 05",
    section: .general,
    title: Text(
      en: "STS and roles are used",
      ja: "AWS Security Token Service(STS)とロールを利用すること"
    ),
    shortTitle: Text(
      en: "STS and roles are used",
      ja: "STSとロールを利用"
    ),
    criterion: .evaluationLapsed,
    why: Text(
      en: "An access key that lies somewhere for years will leak one day. STS issues "
        + "short-lived credentials on request, so an application stores no long-lived "
        + "ones.",
      ja: "長期間使われるアクセスキーは、いずれ漏洩します。"
        + "STSは要求に応じて短期間の認証情報を発行するため、"
        + "アプリケーションに長期の認証情報を保存せずに済みます。"
    ),
    remedy: Text(
      en: "Give EC2 and other computing a role with fitting permissions instead of access "
        + "keys, and let people and outside systems assume roles through federation.",
      ja: "EC2などにはアクセスキーの代わりに、適切な権限のロールを付与してください。"
        + "利用者や外部システムにはフェデレーションでロールを引き受けさせます。"
    ),
    severity: .high,
    method: .manual
  )
}
