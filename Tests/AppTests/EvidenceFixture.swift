import Domain
import StateStore

/// The invented account with facts beside its manual rows: one shows how things are, one has moved
/// since it was judged, one has a public bucket.
extension Fixture {
  static let evidence = EvidenceRecord(keyPairs, gatheredAt: minutes(3))

  static let evidenceState: State = {
    var state = Fixture.state
    guard var record = state.accounts[account] else { return state }
    record.evidence = [
      "ASC 02-02": EvidenceRecord(publicBucket, gatheredAt: minutes(3)), "ASC 09": evidence,
      "ASC 15": EvidenceRecord(versioning, gatheredAt: minutes(3)),
    ]
    record.log.append(
      .attestation(
        Attestation(
          id: "attestation-15-with-facts",
          row: "ASC 15",
          outcome: .compliant,
          note: "state と backups は無期限に保持。",
          reviewer: "佐藤 花子",
          attestedAt: days(40),
          recordedAt: days(40),
          facts: MaterialFacts([
            .init("versioning"): .items(["backups": "Enabled", "state": "Enabled"])
          ])
        )
      )
    )
    state.accounts[account] = record
    return state
  }()

  private static let keyPairs: Evidence = {
    var evidence = Evidence(
      summary: Text(
        en: "key pairs: 14, older than a year: 2, on exposed instances: 1",
        ja: "キーペア 14件、1年超 2件、公開インスタンスで使用 1件"
      )
    )
    evidence.flags = [
      Text(
        en: "ops-2021 (ap-northeast-1) opens instances that the internet reaches: i-0b77e0001",
        ja: "ops-2021 (ap-northeast-1) で開くインスタンスに外部から到達できます: i-0b77e0001"
      ),
      Text(
        en: "key pairs older than 365 days (2): ops-2021, 踏み台",
        ja: "365日より古いキーペアが2件あります: ops-2021, 踏み台"
      ),
    ]
    evidence.lines = [
      Evidence.Line(Text(en: "key pairs in the account", ja: "キーペアの数"), Text(en: "14", ja: "14件"))
    ]
    evidence.tables = [
      Evidence.Table(
        Text(en: "Key pairs", ja: "キーペア"),
        columns: [
          Text(en: "key", ja: "キー"), Text(en: "region", ja: "リージョン"), Text(en: "type", ja: "種類"),
          Text(en: "created", ja: "作成日"), Text(en: "age", ja: "経過"),
          Text(en: "used by", ja: "使用中のインスタンス"), Text(en: "exposed", ja: "公開"),
        ],
        rows: (1...14).map(keyPair)
      )
    ]
    evidence.notVisible = [
      Evidence.NotVisible(
        action: "ec2:DescribeInstances",
        cause: .accessDenied,
        regions: ["eu-north-1"],
        words: Text(
          en: "not visible: ec2:DescribeInstances denied (eu-north-1)",
          ja: "確認できません: ec2:DescribeInstances 権限不足 (eu-north-1)"
        )
      )
    ]
    evidence.material = MaterialFacts([
      .init("keyPairs", in: "ap-northeast-1"): .items(["key-1": "ops-2021"])
    ])
    return evidence
  }()

  private static func keyPair(_ number: Int) -> Evidence.Table.Row {
    let name = number == 1 ? "ops-2021" : number == 2 ? "踏み台" : "team-key-\(number)"
    let cells = [
      name, "ap-northeast-1", "rsa", "2021-03-02", "\(2_000 - number) days",
      "\(number) running, 0 stopped", number == 1 ? "yes" : "no",
    ]
    return Evidence.Table.Row(cells.map { Text(en: $0, ja: $0) }, isFlagged: number < 3)
  }

  private static let versioning: Evidence = {
    var evidence = Evidence(
      summary: Text(en: "buckets: 3, keeping versions: 1", ja: "バケット 3件、バージョン管理あり 1件")
    )
    evidence.flags = [
      Text(en: "buckets with versioning suspended (1): backups", ja: "バージョン管理が停止中: backups")
    ]
    evidence.material = MaterialFacts([
      .init("versioning"): .items(["backups": "Suspended", "state": "Enabled", "uploads": "Never"])
    ])
    return evidence
  }()

  private static let publicBucket: Evidence = {
    var evidence = Evidence(
      summary: Text(en: "exports: 1; buckets public: 1", ja: "エクスポート 1件、公開バケット 1件")
    )
    evidence.alertsAtOnce = [
      Text(en: "the billing bucket bills is public", ja: "請求レポートのバケット bills が公開されています")
    ]
    return evidence
  }()
}
