import Domain

extension Check {
  static let billingReview = Check(
    id: "ASC 06",
    section: .general,
    title: Text(
      en: "Usage is reviewed in the monthly billing report",
      ja: "毎月の請求レポートで使用状況を確認すること"
    ),
    shortTitle: Text(
      en: "Monthly billing report reviewed",
      ja: "毎月の請求レポートで使用状況を確認"
    ),
    criterion: .evaluationLapsed,
    why: Text(
      en: "The report itemises service, usage type and operation. Reading it prevents "
        + "surprise charges, and shows what somebody else may be running on the account.",
      ja: "レポートにはサービス、使用タイプ、操作ごとの料金が記載されます。"
        + "確認することで、想定外の請求や不正な利用に気付けます。"
    ),
    remedy: Text(
      en: "Read the billing report every month. Customers of a reseller or member "
        + "programme find it in that programme's portal.",
      ja: "毎月の請求レポートを確認してください。"
        + "リセラーや会員プログラムの利用者は、そのポータルで確認できます。"
    ),
    severity: .medium,
    method: .manual
  )
}
