import Domain

extension Check {
  static let limitedAdministrators = Check(
    id: "ASC 04",
    section: .general,
    title: Text(
      en: "Even administrator roles hold limited permissions",
      ja: "管理者ロールも限定的な権限であること"
    ),
    shortTitle: Text(en: "Admin roles are limited too", ja: "管理者ロールも限定的な権限"),
    criterion: Text(
      en: "a policy with \"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\" is granted",
      ja: "\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\" のポリシーが付与されている場合"
    ),
    why: Text(
      en: "Least privilege lets people do just their work, and a stolen or mistaken session can do "
        + "no more than that. Full administrators can do everything, deleting the traces included.",
      ja: "最小権限であれば、誤操作や認証情報の漏洩があっても影響は業務の範囲に収まります。"
        + "すべての権限を持つと、記録の削除まで何でもできてしまいます。"
    ),
    remedy: Text(
      en: "Find out which services each principal uses and grant only those. Keep one break-glass "
        + "role with MFA.",
      ja: "利用しているサービスを調べ、必要な権限だけを付与してください。"
        + "緊急用の管理者ロールは1つに限り、MFAを必須にします。"
    ),
    severity: .high,
    reasons: [
      .adminLiteral, .adminConditional, .adminEquivalent, .canEscalate, .limitedPolicy,
      .serviceLinkedRole, .policyUnreadable,
    ],
    method: .automatic(needs: [.authorization], judge: judge)
  )

  private static func judge(_ inventory: Inventory) throws(Gap) -> [Finding] {
    let authorization = try inventory.authorization.get()
    return Grants(of: authorization, in: inventory.account, inventory.partition).findings
  }
}

extension Reason {
  static let adminLiteral = Reason(
    "adminLiteral",
    en: "policy {policy} allows every action on every resource",
    ja: "ポリシー {policy} がすべてのリソースへのすべての操作を許可しています"
  )
  static let adminConditional = Reason(
    "adminConditional",
    en: "policy {policy} allows every action on every resource, under the condition {condition}",
    ja: "ポリシー {policy} が条件付き ({condition}) ですべての操作を許可しています"
  )
  static let adminEquivalent = Reason(
    "adminEquivalent",
    en: "policy {policy} amounts to every action on every resource through what it leaves out",
    ja: "ポリシー {policy} はNotActionやNotResourceにより、すべての操作の許可に等しい内容です"
  )
  static let canEscalate = Reason(
    "canEscalate",
    en: "policy {policy} is limited, but allows granting oneself more through IAM",
    ja: "ポリシー {policy} は限定的ですが、IAMで自分の権限を広げられます"
  )
  static let limitedPolicy = Reason(
    "limitedPolicy",
    en: "policy {policy} grants limited permissions",
    ja: "ポリシー {policy} の権限は限定的です"
  )
  static let serviceLinkedRole = Reason(
    "serviceLinkedRole",
    en: "a service-linked role, which only its service can change",
    ja: "サービスにリンクされたロールのため変更できません"
  )
  static let policyUnreadable = Reason(
    "policyUnreadable",
    en: "the text of policy {policy} is not a policy: {message}",
    ja: "ポリシー {policy} の内容を解釈できません: {message}"
  )
}
