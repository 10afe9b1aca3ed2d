import Domain

extension Check {
  static let encryptedTransfer = Check(
    id: "ASC 14",
    section: .storage,
    title: Text(
      en: "Traffic to and from S3 buckets is encrypted",
      ja: "S3バケットへのインバウンドおよびアウトバウンドのトラフィックを暗号化すること"
    ),
    shortTitle: Text(
      en: "S3 traffic encrypted (HTTPS)",
      ja: "S3通信の暗号化(HTTPS)"
    ),
    criterion: .evaluationLapsed,
    why: Text(
      en: "S3 also answers over plain HTTP unless a policy refuses it, and what travels "
        + "that way can be read and changed on the way.",
      ja: "S3はポリシーで拒否しない限り、暗号化されないHTTPでも応答します。"
        + "その通信は途中で読み取られたり、改ざんされたりする恐れがあります。"
    ),
    remedy: Text(
      en: "Reach buckets over HTTPS only, and deny requests without aws:SecureTransport "
        + "in their policies. Put TLS, such as CloudFront, in front of a static website.",
      ja: "バケットにはHTTPSで接続し、aws:SecureTransportのない要求をポリシーで拒否してください。"
        + "静的WebサイトではCloudFrontなどでTLSを利用します。"
    ),
    severity: .medium,
    method: .manual
  )
}
