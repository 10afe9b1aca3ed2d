import Domain
import Foundation
import Scanner
import Testing

@testable import App

struct RescannedTests {
  private static let before = Finding.alert(
    Resource(arn: "arn:aws:ec2:eu-west-1:123456789012:volume/vol-1", region: "eu-west-1"),
    Fixture.reason("volumeUnencrypted"),
    ["volumeType": "gp3", "size": "8"]
  )
  private let target = FindingTarget(
    row: "ASC 07",
    finding: before,
    account: Fixture.account,
    partition: .aws
  )

  @Test func saysWhatBecameOfIt() {
    let fixed = Finding.pass(Self.before.resource, Fixture.reason("volumeEncrypted"))
    #expect(words([fixed]).en == "fixed: encrypted")
    #expect(words([fixed]).ja.hasPrefix("解消: "))
    #expect(words([Self.before]).en == "unchanged: not encrypted: gp3, 8 GiB")
    #expect(words([]).en == "vol-1 is not there any more")
  }

  @Test func keepsWhatWasKnownWhereNothingCouldBeRead() {
    let gap = Gap(.throttled, "ec2:DescribeVolumes", region: "eu-west-1")
    let rescanned = Rescanned(target, .unread(.unknown(Self.before.resource, gap)))
    #expect(rescanned.words.en.hasPrefix("the old result stays. "))
    #expect(!rescanned.isJudged)
  }

  @Test func onAFindingScreenOnlyThatFindingIsLookedAt() throws {
    var player = Player()
    player.openFindings("/07<CR>")
    player.press("<CR>")
    player.wait(1)
    player.press("r")
    guard case .rescan(_, let target) = try #require(player.effects.last) else {
      return #expect(player.effects.isEmpty)
    }
    #expect(target.row == "ASC 07")
    #expect(target.account == Fixture.account)
    #expect(player.session.jobs.count == 1)
    let fixed = Finding.pass(target.finding.resource, Fixture.reason("volumeEncrypted"))
    player.send(.rescanned(Run(1), Rescanned(target, .judged(Self.result([fixed])))))
    #expect(player.notice.contains("fixed: encrypted"))
  }

  @Test func whatCannotBeLookedAtAloneScansItsRow() {
    var player = Player()
    player.press("2r")
    player.send(.rescanned(Run(1), Rescanned(target, .needsRow)))
    #expect(player.effects.last == .scan(Run(2), ["ASC 07"]))
    #expect(player.notice.contains("ASC 07"))
  }

  private func words(_ findings: [Finding]) -> Text {
    Rescanned(target, .judged(Self.result(findings))).words
  }

  private static func result(_ findings: [Finding]) -> ScanResult {
    ScanResult(
      account: Fixture.account,
      partition: .aws,
      summary: Fixture.scan(at: Fixture.now),
      rows: [
        ScanResult.Row(id: "ASC 07", findings: findings, checkedAt: Fixture.now, duration: 0.05)
      ],
      extent: .resource(before.resource)
    )
  }
}
