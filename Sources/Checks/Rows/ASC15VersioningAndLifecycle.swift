import Domain

extension Check {
  static let versioningAndLifecycle = Check(
    id: "ASC 15",
    section: .storage,
    title: Text(
      en: "S3 versioning and lifecycle policies are understood",
      ja: "S3のバージョン管理、S3のライフサイクルポリシーを理解すること"
    ),
    shortTitle: Text(
      en: "S3 versioning/lifecycle understood",
      ja: "S3のバージョン管理とライフサイクル"
    ),
    criterion: .evaluationLapsed,
    why: Text(
      en: "Versioning keeps, returns and restores every version of every object. "
        + "Lifecycle rules move objects to other storage classes and set when they "
        + "expire.",
      ja: "バージョン管理により、すべてのオブジェクトの全バージョンを保存、取得、復元できます。"
        + "ライフサイクルルールでは、ストレージクラスの移行と有効期限を設定できます。"
    ),
    remedy: Text(
      en: "Know which buckets keep versions and for how long, and give each bucket "
        + "lifecycle rules that fit its data.",
      ja: "どのバケットがバージョンをいつまで保存するかを把握し、"
        + "データに合ったライフサイクルルールを設定してください。"
    ),
    severity: .low,
    method: .manual
  )
}
