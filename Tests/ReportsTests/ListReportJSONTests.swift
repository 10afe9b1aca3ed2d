import Checks
import Domain
import Testing

@testable import Reports

struct ListReportJSONTests {
  @Test func listsEveryRowAsItIsKept() {
    let record = AccountRecord.sample(
      ["ASC 07": [.volume("vol-1"), .volume("vol-2", isEncrypted: true, warnings: [.old])]],
      attestations: [.sample(.notCompliant, daysAgo: 200)]
    )
    #expect(
      text(record) == """
        {"account":"111122223333","partition":"aws","leftOut":[],"rows":[\
        {"id":"ASC 07","title":{"en":"EBS volumes are encrypted","ja":"EBSボリュームの暗号化"},\
        "kind":"automatic","status":"alert","checkedAt":"2026-06-11T11:57:00Z",\
        "counts":{"pass":1,"alert":1,"unknown":0,"notApplicable":0,"warning":1,\
        "suppressed":0}},\
        {"id":"ASC 09","title":{"en":"EC2 key pairs are protected","ja":"EC2キーペアの保護"},\
        "kind":"manual","status":"expired","attestation":{"id":"a200","outcome":"not-compliant",\
        "note":"rotated \\"all\\"\\n次回は9月","reviewer":"山田 太郎","link":null,\
        "attestedAt":"2025-11-23T12:00:00Z","recordedAt":"2025-11-23T12:00:00Z",\
        "expiresAt":"2026-05-22T12:00:00Z","factsDigest":null},"evidence":null},\
        {"id":"ASC 12","title":{"en":"No public S3 buckets","ja":"公開S3バケットがないこと"},\
        "kind":"automatic","status":"notRun","checkedAt":null,\
        "counts":{"pass":0,"alert":0,"unknown":0,"notApplicable":0,"warning":0,\
        "suppressed":0}}]}

        """
    )
  }

  @Test func beforeTheFirstScanThereIsNoAccount() {
    let start = #"{"account":null,"partition":null,"leftOut":[],"rows":[{"id":"ASC 07""#
    #expect(text(nil).hasPrefix(start))
  }

  private func text(_ record: AccountRecord?) -> String {
    ListReportJSON(ListReport(Check.samples, record: record, now: noon)).text
  }
}
