import Checks
import Domain
import Foundation
import Testing

@testable import Reports

struct EvidenceReportTests {
  @Test func showsFlagsGapsTablesAndWhatMoved() {
    let report = EvidenceReport(.keyPairs, record: Self.record, now: noon)
    let text = report.text(on: .sample(.english))
    #expect(
      text == """
        ASC 09  EC2 key pairs are protected
        [~C] evidence changed

        Facts for the reviewer
          gathered 2026-06-11 11:57
          key pairs: 2
          ~  facts that moved since the evaluation: 1
          !  old keys (1): ops
          ?  not visible: ec2:DescribeKeyPairs denied (eu-west-1)
          oldest  1,204 days

          Key pairs
            key      age
          ! ops      1204 d
            bastion  3 d
            and 7 more

        What moved since the evaluation
            fact                        then  now      change
          ! key pair key-2 (eu-west-1)  no    bastion  new

        """
    )
    #expect(report.verdict == .fine)
  }

  @Test func isTheOneObjectForEver() throws {
    let json = EvidenceReport(.keyPairs, record: Self.record, now: noon).json
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    #expect(
      Set(object.keys) == [
        "account", "partition", "row", "status", "attestation", "evidence", "changes", "lines",
        "tables", "facts",
      ]
    )
    let evidence = try #require(object["evidence"] as? [String: Any])
    #expect(
      Set(evidence.keys) == [
        "gatheredAt", "isStale", "summary", "alertsAtOnce", "flags", "notVisible", "factsDigest",
      ]
    )
    #expect(evidence["isStale"] as? Bool == true)
    #expect(evidence["factsDigest"] as? String == Self.now.digest)
    #expect(
      json.contains(#""facts":{"keyPairs@eu-west-1":{"key-1":"ops","key-2":"bastion"}}"#)
    )
    #expect(
      (object["attestation"] as? [String: Any])?["factsDigest"] as? String == Self.then.digest
    )
  }

  @Test func saysThatNothingWasGathered() throws {
    let record = AccountRecord(account: account, partition: .aws)
    let report = EvidenceReport(.keyPairs, record: record, now: noon)
    #expect(report.json.contains(#""evidence":null}"#))
    #expect(report.text(on: .sample(.japanese)).contains("ascheck evidence 09 --refresh"))
  }

  private static let then = MaterialFacts([
    .init("keyPairs", in: "eu-west-1"): .items(["key-1": "ops"])
  ])
  private static let now = MaterialFacts([
    .init("keyPairs", in: "eu-west-1"): .items(["key-1": "ops", "key-2": "bastion"])
  ])

  private static let record: AccountRecord = {
    var record = AccountRecord(account: account, partition: .aws)
    record.log.append(
      .attestation(
        Attestation(
          id: "a",
          row: "ASC 09",
          outcome: .compliant,
          note: "n",
          reviewer: "r",
          attestedAt: noon.addingTimeInterval(-day),
          recordedAt: noon.addingTimeInterval(-day),
          facts: then
        )
      )
    )
    record.evidence = ["ASC 09": EvidenceRecord(evidence, gatheredAt: noon - 180)]
    return record
  }()

  private static let evidence: Evidence = {
    func same(_ text: String) -> Text { Text(en: text, ja: text) }
    var evidence = Evidence(summary: Text(en: "key pairs: 2", ja: "キーペア 2件"))
    evidence.flags = [Text(en: "old keys (1): ops", ja: "古いキー: ops")]
    evidence.lines = [Evidence.Line(Text(en: "oldest", ja: "最古"), same("1,204 days"))]
    evidence.tables = [
      Evidence.Table(
        Text(en: "Key pairs", ja: "キーペア"),
        columns: [Text(en: "key", ja: "キー"), Text(en: "age", ja: "経過")],
        rows: [
          .init([same("bastion"), same("3 d")]),
          .init([same("ops"), same("1204 d")], isFlagged: true),
        ],
        omitted: 7
      )
    ]
    evidence.notVisible = [
      Evidence.NotVisible(
        action: "ec2:DescribeKeyPairs",
        cause: .accessDenied,
        regions: ["eu-west-1"],
        words: Text(en: "not visible: ec2:DescribeKeyPairs denied (eu-west-1)", ja: "確認できません")
      )
    ]
    evidence.material = now
    return evidence
  }()
}
