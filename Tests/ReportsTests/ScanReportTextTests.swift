import Checks
import Domain
import Testing

@testable import Reports

struct ScanReportTextTests {
  private let result = ScanResult.sample([
    "ASC 07": [
      .volume("vol-3", "us-east-1"), .denied("ap-east-1"), .volume("vol-1", type: "io2"),
      .volume("vol-2"), .volume("vol-9", isEncrypted: true),
    ],
    "ASC 12": [.volume("x", isEncrypted: true, warnings: [.old])],
  ])

  @Test func saysUnderARowWhySomebodyMustAct() {
    #expect(
      text(result) == """
        1111-2222-3333   2 regions   1,042 calls   5.0 s

        EC2/VPC/EBS
        [!!] 07    EBS volumes are encrypted           alert 3, could not evaluate 1, ok 1
             [!!] not encrypted: gp3
                  vol-2  eu-west-1
                  vol-3  us-east-1
             [!!] not encrypted: io2
                  vol-1  eu-west-1
             [!?] AWS denied ec2:DescribeVolumes (ap-east-1, Unauthorized): allow
                  it for the identity that scans
                  all of EC2  ap-east-1
        [!M] 09    EC2 key pairs are protected         never reviewed

        S3
        [~W] 12    No public S3 buckets                warning 1

        To do 2: alert 1, never reviewed 1
        To record an evaluation: ascheck attest ID --outcome compliant --note TEXT

        """
    )
  }

  @Test func speaksJapanese() {
    let text = text(result, .japanese)
    #expect(text.hasPrefix("1111-2222-3333   2リージョン   呼び出し 1,042回   5.0秒\n"))
    #expect(text.contains("アラート 3  判定不能 1  適合 1\n"))
    #expect(text.contains("     [!!] 暗号化されていません: gp3\n          vol-2  eu-west-1\n"))
    #expect(text.hasSuffix("所見\n"))
  }

  @Test func namesTheCommandThatShowsTheRest() {
    #expect(text(result, limit: 2).contains("vol-3  us-east-1\n     and 2 more: ascheck show 07\n"))
    #expect(!text(result, limit: 4).contains("more"))
  }

  @Test func aRowThatWasNotReachedIsNotRun() {
    let text = text(.sample(["ASC 12": [.notApplicable(.sample, .nothingToCheck)]]))
    #expect(text.contains("[  ] 07    EBS volumes are encrypted           never run\n"))
    #expect(text.contains("[--] 12    No public S3 buckets                nothing to check\n"))
    #expect(text.contains("1 not run yet: ascheck scan\n"))
  }

  @Test func tellsFindingsAboutOneResourceApart() {
    let part = Resource(arn: "arn:aws:iam::111122223333:role/admin", region: nil, qualifier: "All")
    let text = text(.sample(["ASC 07": [.alert(part, .old)]]))
    #expect(text.contains("     [!!] the key is old\n          admin (All)\n"))
  }

  @Test func whatComesFromOutsideIsMadeHarmless() {
    let text = text(.sample(["ASC 07": [.volume("a\u{1B}[2Jb", type: "x\ny")]]))
    #expect(text.contains("not encrypted: x?y\n          a?[2Jb  eu-west-1\n"))
  }

  private func text(
    _ result: ScanResult,
    _ language: Language = .english,
    limit: Int = 10
  ) -> String {
    let report = ScanReport(result, on: Check.samples, record: nil, now: noon)
    return ScanReportText(report, on: .sample(language), limit: limit).text
  }
}
