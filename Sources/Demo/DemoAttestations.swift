import Domain
import FoundationEssentials

extension DemoAccount {
  /// What people have judged so far: every state of a manual row occurs, and ASC 09 has none yet.
  package static func attestations(now: Date) -> [Attestation] {
    judgements.map { judgement in
      let at = now.addingTimeInterval(-86_400 * judgement.daysAgo)
      return Attestation(
        id: "demo-\(judgement.row.number)-\(Int(judgement.daysAgo))",
        row: judgement.row,
        outcome: judgement.outcome,
        note: judgement.note,
        reviewer: judgement.reviewer,
        attestedAt: at,
        recordedAt: at,
        facts: facts[judgement.row]
      )
    }
  }

  private struct Judgement {
    let row: CheckID
    let daysAgo: Double
    let outcome: Attestation.Outcome
    let reviewer: String
    let note: String
  }

  /// Oldest first.
  private static let judgements = [
    Judgement(
      row: "ASC 05",
      daysAgo: 216.5,
      outcome: .notCompliant,
      reviewer: "佐藤",
      note: "deploy-bot のアクセスキーが残っている。ロールへ移行する"
    ),
    Judgement(
      row: "ASC 02-02",
      daysAgo: 198.5,
      outcome: .compliant,
      reviewer: "田中",
      note: "billing-reports-prod はブロックパブリックアクセスが有効"
    ),
    Judgement(
      row: "ASC 06",
      daysAgo: 167.5,
      outcome: .compliant,
      reviewer: "田中",
      note: "5月分まで確認。前月比で10%を超えるサービスなし"
    ),
    Judgement(
      row: "ASC 15",
      daysAgo: 149.5,
      outcome: .compliant,
      reviewer: "Alice",
      note: "Versioning on for state and backups; old versions expire after 90 days"
    ),
    Judgement(
      row: "ASC 14",
      daysAgo: 92.5,
      outcome: .notApplicable,
      reviewer: "Alice",
      note: "Buckets are reached through gateway endpoints by our own services only"
    ),
    Judgement(
      row: "ASC 05",
      daysAgo: 38.5,
      outcome: .compliant,
      reviewer: "佐藤",
      note: "CIはOIDC、EC2はロールに移行済み。deploy-bot は月末に削除"
    ),
    Judgement(
      row: "ASC 11",
      daysAgo: 20.5,
      outcome: .notCompliant,
      reviewer: "佐藤",
      note: "踏み台の22番がインターネットに開いている。SSMへ移行するまで不適合とする"
    ),
  ]
}
