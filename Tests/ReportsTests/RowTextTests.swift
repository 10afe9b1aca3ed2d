import Checks
import Domain
import FoundationEssentials
import Testing

@testable import Reports

struct RowTextTests {
  @Test func showsAnAutomaticRowWhole() {
    let findings = [
      Finding.volume("vol-2", isEncrypted: true, warnings: [.old]), .volume("vol-1"),
      .volume("vol-3", isEncrypted: true),
    ]
    #expect(
      text(.volumes, .sample(["ASC 07": findings]), findings) == """
        ASC 07  EBS volumes are encrypted
        [!!] alert 1, warning 1, ok 1   checked 2026-06-11 11:57

        Alert when
          something is <wrong> & "public"

        Why
          it matters

        What to do
          mend it, then scan again

        Findings (3)
          [!!] vol-1   eu-west-1
               arn:aws:ec2:eu-west-1:111122223333:volume/vol-1
               not encrypted: gp3
                 volume type  gp3
                 size (GiB)   8
               since 2026-06-10 12:00
          [~W] vol-2   eu-west-1
               arn:aws:ec2:eu-west-1:111122223333:volume/vol-2
               encrypted
               the key is old
                 volume type  gp3
               since 2026-06-10 12:00
          1 without fault: ascheck show 07 --format json lists them

        Guide

        # How

        - mend it

        """
    )
  }

  @Test func showsAManualRowWithItsPastAnswers() {
    let record = AccountRecord.sample(
      attestations: [.sample(daysAgo: 200), .sample(.notCompliant, daysAgo: 2)]
    )
    let text = text(.keyPairs, record)
    #expect(text.contains("[!!] not compliant   178d left\n"))
    #expect(
      text.contains(
        """
        Evaluations
          2026-06-09 12:00  not compliant  山田 太郎
            rotated "all"
            次回は9月
            valid until 2026-12-06 12:00
          2025-11-23 12:00  compliant  山田 太郎
        """
      )
    )
  }

  @Test func speaksJapanese() {
    let text = text(.keyPairs, nil, language: .japanese)
    #expect(
      text.hasPrefix(
        """
        ASC 09  EC2キーペアの保護
        [!M] 未評価

        アラートの基準
          問題がある場合
        """
      )
    )
    #expect(text.contains("評価の記録\n  なし\n\n手順\n"))
  }

  @Test func keepsALongLabelInOnePiece() {
    let unit = Resource(arn: "arn:aws:s3:::site", region: "eu-west-1")
    let words = Array(repeating: "Access", count: 8).joined(separator: " ")
    let finding = Finding.alert(
      unit,
      .unencrypted,
      ["accountPublicAccessBlock": words, "algorithm": "none"]
    )
    let text = text(.volumes, .sample(["ASC 07": [finding]]), [finding], language: .japanese)
    #expect(
      text.contains(
        """
                 ブロックパブリックアクセス (アカウント)  Access Access Access Access
                                                          Access Access Access Access

        """
      )
    )
  }

  @Test func aRowThatNeverRanSaysSo() {
    #expect(text(.volumes, nil).contains("[  ] never run\n"))
  }

  private static let guide: [RowText.GuideLine] = [
    .init("# How"), .init(""), .init("- mend it"),
  ]

  @Test func linksToTheConsoleAndInTheGuide() {
    let link = { (address: String, text: String) in
      "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }
    let finding = Finding.volume("vol-1")
    let record = FindingRecord(id: "1", finding: finding, firstSeen: noon, lastSeen: noon, scans: 1)
    let report = RowReport(
      .volumes,
      record: .sample(["ASC 07": [finding]]),
      findings: [record],
      now: noon
    )
    let address = "https://docs.aws.amazon.com/ebs/a-very-long-address"
    let guide: [RowText.GuideLine] = [
      .init("https://docs.aws", address: address), .init(".amazon.com/", address: address),
      .init("odd", address: "https://a.example/\u{1B}\\\u{7}"),
    ]
    var page = Page.sample()
    let plain = RowText(report, guide: guide, on: page).text
    #expect(!plain.contains("\u{1B}"))
    page.isLinked = true
    let text = RowText(report, guide: guide, on: page).text
    let console =
      "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1"
      + "#VolumeDetails:volumeId=vol-1"
    #expect(
      text.contains(
        "       " + link(console, "arn:aws:ec2:eu-west-1:111122223333:volume/vol-1") + "\n"
      )
    )
    // Both lines lead to the whole address.
    #expect(text.contains(link(address, "https://docs.aws") + "\n" + link(address, ".amazon.com/")))
    #expect(text.contains("\nodd\n"))
  }

  private func text(
    _ check: Check,
    _ record: AccountRecord?,
    _ findings: [Finding] = [],
    language: Language = .english
  ) -> String {
    let records = findings.enumerated().map { number, finding in
      FindingRecord(
        id: "\(number)",
        finding: finding,
        firstSeen: noon.addingTimeInterval(-day),
        lastSeen: noon,
        scans: 2
      )
    }
    let report = RowReport(check, record: record, findings: records, now: noon)
    return RowText(report, guide: Self.guide, on: .sample(language)).text
  }
}
