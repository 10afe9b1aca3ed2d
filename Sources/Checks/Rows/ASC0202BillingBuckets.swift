import Domain

extension Check {
  static let billingBuckets = Check(
    id: "ASC 02-02",
    section: .general,
    title: Text(
      en: "The S3 bucket of the billing reports is not public",
      ja: "請求レポートのS3バケットが公開設定となっていないこと"
    ),
    shortTitle: Text(
      en: "Billing bucket is not public",
      ja: "請求レポートのS3バケットが非公開"
    ),
    criterion: .evaluationLapsed,
    why: Text(
      en: "Anyone can read what is public, here what the company runs on AWS and what it "
        + "pays for it.",
      ja: "公開されたバケットは誰でも読み取れます。"
        + "請求レポートからは、利用しているサービスや費用がわかります。"
    ),
    remedy: Text(
      en: "Find the buckets of the billing reports and data exports, also in the payer "
        + "account, and remove any public setting at once.",
      ja: "請求レポートとデータエクスポートの保存先を、管理アカウントも含めて確認し、"
        + "公開設定があればただちに解除してください。"
    ),
    severity: .critical,
    method: .manual
  )
}
