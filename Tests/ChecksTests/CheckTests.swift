import Domain
import Testing

@testable import Checks

struct CheckTests {
  @Test func aManualRowFindsNothingByItself() {
    #expect(Check.keyPairs.findings(in: .empty).isEmpty)
    #expect(Check.keyPairs.needs.isEmpty)
  }

  @Test func aRowNamesEachActionOnce() {
    #expect(
      Check.encryptedVolumes.permissions
        == ["ec2:DescribeRegions", "ec2:DescribeVolumes", "ec2:GetEbsEncryptionByDefault"]
    )
  }

  @Test func aRegionThatNobodyKnowsIsAStar() {
    let gap = Gap(.accessDenied, "ec2:DescribeRegions")
    let inventory = Inventory.with { $0.volumes = Regional(unreadable: gap) }
    let finding = Check.encryptedVolumes.judged(inventory).first
    #expect(finding?.resource.arn == "arn:aws:ec2:*:123456789012:*")
    #expect(finding?.resource.region == nil)
  }
}
