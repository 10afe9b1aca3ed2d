import Domain

extension Check {
  static let keyPairs = Check(
    id: "ASC 09",
    section: .compute,
    title: Text(
      en: "EC2 key pairs are protected",
      ja: "EC2キーペアを保護すること"
    ),
    shortTitle: Text(
      en: "EC2 key pairs are protected",
      ja: "EC2キーペアの保護"
    ),
    criterion: .evaluationLapsed,
    why: Text(
      en: "A key pair may be all one needs to log in to an instance.",
      ja: "キーペアだけで、インスタンスにログインできる場合があります。"
    ),
    remedy: Text(
      en: "Rotate the key pairs used to log in to EC2 instances on a schedule: create, "
        + "replace on the hosts, delete.",
      ja: "ログインに使うキーペアを定期的にローテーションしてください"
        + "(作成、ホスト上での差し替え、削除)。"
    ),
    severity: .medium,
    method: .manual
  )
}
