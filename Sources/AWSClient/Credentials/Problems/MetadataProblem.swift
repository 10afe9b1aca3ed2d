import Domain

/// Why the metadata service of EC2 gave no credentials, though it is there.
package enum MetadataProblem: Hashable, Sendable {
  case notAnAddress(String)
  /// Something answers that is no metadata service, such as a sign-in page of a network.
  case notMetadata(url: String)
  /// The instance has a role that cannot be had: AWS's code and sentence.
  case roleRefused(role: String, String)

  var problem: Text {
    switch self {
    case .notAnAddress(let text):
      Text(
        en: "the endpoint of the EC2 metadata service is not a URL: \(text)",
        ja: "EC2 メタデータサービスのエンドポイントが URL ではありません: \(text)"
      )
    case .notMetadata(let url):
      Text(
        en: "\(url) answers, but not as the EC2 metadata service does.",
        ja: "\(url) の応答が EC2 メタデータサービスのものではありません。"
      )
    case .roleRefused(let role, let told):
      Text(
        en: "the instance's role \(role) gives no credentials: \(told)",
        ja: "インスタンスのロール \(role) の認証情報を取得できません: \(told)"
      )
    }
  }

  var hint: Text {
    switch self {
    case .notAnAddress:
      Text(
        en: "Correct or unset AWS_EC2_METADATA_SERVICE_ENDPOINT.",
        ja: "AWS_EC2_METADATA_SERVICE_ENDPOINT を直すか、解除してください。"
      )
    case .notMetadata:
      Text(
        en: "Outside of EC2, set AWS_EC2_METADATA_DISABLED=true and sign in another way.",
        ja: "EC2 の外では AWS_EC2_METADATA_DISABLED=true を設定し、"
          + "別の方法でサインインしてください。"
      )
    case .roleRefused:
      Text(
        en: "Check the trust policy of the instance's role.",
        ja: "インスタンスのロールの信頼ポリシーを確認してください。"
      )
    }
  }
}
