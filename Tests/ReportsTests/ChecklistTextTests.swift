import Checks
import Domain
import Testing

@testable import Reports

struct ChecklistTextTests {
  private let record = AccountRecord.sample(
    [
      "ASC 07": (0..<1_234).map { .volume("vol-\($0)") },
      "ASC 12": [.denied("eu-west-1")],
    ],
    attestations: [.sample(daysAgo: 39)]
  )

  @Test func listsTheRowsInTheirSections() {
    #expect(
      text(record) == """
        AWS Security Checklist   1111-2222-3333

        EC2/VPC/EBS
        [!!] 07    EBS volumes are encrypted           auto     1,234           3 min
        [OK] 09    EC2 key pairs are protected         manual       -       141d left

        S3
        [!?] 12    No public S3 buckets                auto         -          denied

        To do 2: alert 1, could not evaluate 1

        """
    )
  }

  @Test func speaksJapanese() {
    #expect(
      text(record, .japanese) == """
        AWSセキュリティチェックリスト   1111-2222-3333

        EC2/VPC/EBS
        [!!] 07    EBSボリュームの暗号化               自動     1,234           3分前
        [OK] 09    EC2キーペアの保護                   手動         -         残141日

        S3
        [!?] 12    公開S3バケットがないこと            自動         -        権限不足

        要対応 2: アラート 1  判定不能 1

        """
    )
  }

  @Test func beforeTheFirstScanItSaysHowToBegin() {
    #expect(
      text(nil) == """
        AWS Security Checklist

        EC2/VPC/EBS
        [  ] 07    EBS volumes are encrypted           auto         -       never run
        [!M] 09    EC2 key pairs are protected         manual       -  never reviewed

        S3
        [  ] 12    No public S3 buckets                auto         -       never run

        To do 1: never reviewed 1
        2 not run yet: ascheck scan
        To record an evaluation: ascheck attest ID --outcome compliant --note TEXT

        """
    )
  }

  @Test func saysWhenNothingIsToDo() {
    let record = AccountRecord.sample(
      ["ASC 07": [.volume("v", isEncrypted: true)], "ASC 12": [.notApplicable(.sample, .old)]],
      attestations: [.sample()]
    )
    #expect(text(record).hasSuffix("\n\nNothing needs attention.\n"))
    #expect(text(record, .japanese).hasSuffix("\n\n要対応の項目はありません。\n"))
  }

  @Test func coloursOnlyTagsAndHeadings() {
    let text = text(record, isColored: true)
    #expect(text.contains("\u{1B}[1;31m[!!]\u{1B}[0m 07    EBS"))
    #expect(text.contains("\u{1B}[1mS3\u{1B}[0m\n"))
    #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == self.text(record))
  }

  private func text(
    _ record: AccountRecord?,
    _ language: Language = .english,
    isColored: Bool = false
  ) -> String {
    let report = ListReport(Check.samples, record: record, now: noon)
    return ChecklistText(report, on: .sample(language, isColored: isColored)).text
  }
}
