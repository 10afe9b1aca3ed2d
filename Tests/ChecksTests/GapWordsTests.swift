import Domain
import Testing

@testable import Checks

struct GapWordsTests {
  @Test(arguments: Gap.Cause.allCases)
  func everyCauseHasASentenceWithoutHoles(_ cause: Gap.Cause) {
    let gap = Gap(cause, "s3:GetBucketAcl", region: tokyo, code: "Code")
    for language in Language.allCases {
      let text = GapWords.sentence(for: gap)[language]
      #expect(!text.contains("{"))
      #expect(text.contains("(ap-northeast-1, Code)"))
      #expect(text.isSafeOnScreen)
    }
  }

  @Test(arguments: Gap.Cause.allCases)
  func shortFormsFitTheirColumn(_ cause: Gap.Cause) {
    for language in Language.allCases {
      #expect((1...10).contains(cause.short[language].cells))
      #expect(cause.short[language].isSafeOnScreen)
    }
  }

  @Test func namesActionRegionAndCode() {
    let gap = Gap(.accessDenied, "ec2:DescribeVpcs", region: tokyo, code: "UnauthorizedOperation")
    #expect(
      GapWords.sentence(for: gap).en
        == "AWS denied ec2:DescribeVpcs (ap-northeast-1, UnauthorizedOperation): "
        + "allow it for the identity that scans"
    )
    #expect(
      GapWords.sentence(for: gap).ja
        == "ec2:DescribeVpcs が拒否されました (ap-northeast-1, UnauthorizedOperation)。"
        + "スキャンする権限に追加してください"
    )
  }

  @Test func leavesOutWhatIsNotKnown() {
    #expect(
      GapWords.sentence(for: Gap(.throttled, "iam:GetAccountSummary")).en
        == "AWS kept throttling iam:GetAccountSummary: re-run the row later"
    )
  }

  @Test func saysWhoCanLiftARefusal() {
    var gap = Gap(.accessDenied, "ec2:DescribeVpcs")
    gap.deniedBy = .serviceControlPolicy
    #expect(GapWords.sentence(for: gap).en.contains("a service control policy forbids it"))
  }

  @Test func aFindingSaysTheSameAsItsGap() {
    let gap = Gap(
      .accessDenied,
      "ec2:DescribeVpcs",
      region: tokyo,
      code: "UnauthorizedOperation",
      deniedBy: .permissionsBoundary
    )
    let finding = Finding.unknown(Resource(arn: "arn:aws:ec2:x", region: tokyo), gap)
    #expect(GapWords.sentence(for: finding) == GapWords.sentence(for: gap))
  }

  @Test func onlyUnknownFindingsHaveOne() {
    let unit = Resource(arn: "arn:aws:ec2:x", region: nil)
    #expect(GapWords.sentence(for: .pass(unit, .volumeEncrypted)) == nil)
    #expect(GapWords.sentence(for: Finding(.unknown, unit, .unreadable, ["cause": "new"])) == nil)
  }
}
