import Domain
import Testing

struct FindingTests {
  private let volume = Resource(
    arn: "arn:aws:ec2:ap-northeast-1:111122223333:volume/vol-1",
    region: "ap-northeast-1"
  )
  private let unencrypted = Reason("volumeUnencrypted", en: "not encrypted", ja: "暗号化なし")

  /// Suppressions and comparisons refer to it for ever: SHA-256, first 16 bytes, of
  /// `ASC 07`, account, region, ARN, qualifier and reason with U+001F between them.
  @Test func theFingerprintNeverChanges() {
    let finding = Finding.alert(volume, unencrypted, ["size": "8"])
    #expect(
      finding.id(row: "ASC 07", account: "111122223333") == "458724825e86aa92441ffcf1d6733461"
    )
  }

  @Test func evidenceAndWarningsAreNoPartOfTheFingerprint() {
    let bare = Finding.pass(volume, unencrypted)
    let full = Finding.pass(volume, unencrypted, ["size": "8"], warnings: [unencrypted])
    #expect(id(bare) == id(full))
  }

  @Test func everythingElseIs() {
    let elsewhere = Resource(arn: volume.arn, region: nil)
    let part = Resource(arn: volume.arn, region: volume.region, qualifier: "part")
    let findings = [volume, elsewhere, part].map { Finding.alert($0, unencrypted) }
    #expect(Set(findings.map(id)).count == 3)
    #expect(id(findings[0]) != findings[0].id(row: "ASC 13", account: "111122223333"))
    #expect(id(findings[0]) != findings[0].id(row: "ASC 07", account: "444455556666"))
    #expect(id(findings[0]) != id(.alert(volume, .nothingToCheck)))
  }

  @Test func anUnknownFindingKeepsEveryPartOfTheGap() {
    let gap = Gap(
      .accessDenied,
      "ec2:DescribeVolumes",
      code: "UnauthorizedOperation",
      deniedBy: .serviceControlPolicy,
      message: "no"
    )
    let finding = Finding.unknown(volume, gap)
    #expect(finding.status == .unknown)
    #expect(
      finding.values == [
        "cause": "accessDenied", "action": "ec2:DescribeVolumes", "code": "UnauthorizedOperation",
        "deniedBy": "serviceControlPolicy", "message": "no",
      ]
    )
  }

  @Test(arguments: [
    ("arn:aws:ec2:us-east-1:111122223333:volume/vol-1", "vol-1"),
    ("arn:aws:s3:::my-bucket", "my-bucket"),
    ("arn:aws:iam::111122223333:role/path/admin", "admin"),
    ("arn:aws:logs:us-east-1:111122223333:log-group:flow", "flow"),
    ("", ""),
  ])
  func knowsTheShortName(_ arn: String, _ name: String) {
    #expect(Resource(arn: arn, region: nil).name == name)
  }

  private func id(_ finding: Finding) -> String {
    finding.id(row: "ASC 07", account: "111122223333")
  }
}
