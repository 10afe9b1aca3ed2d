import Domain

extension Check {
  static let securityGroups = Check(
    id: "ASC 11",
    section: .compute,
    title: Text(
      en: "Security groups control EC2 traffic",
      ja: "セキュリティグループを使用してEC2の通信を制御すること"
    ),
    shortTitle: Text(
      en: "Security groups limit EC2 traffic",
      ja: "セキュリティグループで通信を制御"
    ),
    criterion: .evaluationLapsed,
    why: Text(
      en: "Every open port is a way in, and open outbound traffic lets data out unseen.",
      ja: "開いているポートは侵入口になり、制限のないアウトバウンド通信は"
        + "データの持ち出しに使われます。"
    ),
    remedy: Text(
      en: "Let security groups allow only the traffic that is needed, inbound and outbound.",
      ja: "セキュリティグループで、インバウンドとアウトバウンドの両方を"
        + "必要な通信だけに制限してください。"
    ),
    severity: .high,
    method: .manual
  )
}
