import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC07EncryptedVolumesTests {
  @Test func anAccountWithoutVolumesHasNothingToCheck() {
    #expect(
      Check.encryptedVolumes.judged(.empty).map(\.verdict)
        == [Verdict(.notApplicable, .nothingToCheck)]
    )
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    let findings = Check.encryptedVolumes.judged(.denied)
    #expect(findings.map(\.verdict) == [.unknown])
    #expect(findings.first?.resource.arn == "arn:aws:ec2:ap-northeast-1:123456789012:*")
  }

  @Test func alertsOnAnUnencryptedVolume() {
    var volume = Volume(id: "vol-1", state: "in-use", isEncrypted: false)
    volume.type = "gp3"
    volume.size = 8
    volume.attachedInstanceIDs = ["i-1"]
    volume.tags = ["Name": "データ"]
    let findings = findings([volume, Volume(id: "vol-2", state: "in-use", isEncrypted: true)])
    #expect(
      findings.map(\.verdict)
        == [Verdict(.alert, .volumeUnencrypted), Verdict(.pass, .volumeEncrypted)]
    )
    #expect(
      findings.first?.resource.arn == "arn:aws:ec2:ap-northeast-1:123456789012:volume/vol-1"
    )
    #expect(
      findings.first?.reason.text(in: .english, values: findings[0].values)
        == "not encrypted: gp3, 8 GiB"
    )
    #expect(findings.first?.values["nameTag"] == "データ")
    #expect(findings.first?.values["attachedTo"] == "i-1")
  }

  @Test(arguments: ["available", "error", "creating", "in-use"])
  func unattachedAndBrokenVolumesCount(_ state: String) {
    #expect(
      findings([Volume(id: "vol-1", state: state, isEncrypted: false)]).map(\.status) == [.alert]
    )
  }

  @Test(arguments: ["deleting", "deleted"])
  func volumesThatAreGoingAreIgnored(_ state: String) {
    let volume = Volume(id: "vol-1", state: state, isEncrypted: false)
    #expect(findings([volume], byDefault: false).map(\.status) == [.notApplicable])
  }

  @Test func aVolumeThatDoesNotSayIsUnknown() {
    #expect(
      findings([Volume(id: "vol-1", state: "in-use", isEncrypted: nil)]).map(\.verdict)
        == [.unknown]
    )
  }

  @Test func oneRefusedRegionHidesNothingOfTheOthers() {
    let volume = Volume(id: "vol-1", state: "in-use", isEncrypted: false)
    let inventory = Inventory.with {
      $0.volumes = Regional([(tokyo, .unreadable(denied)), (virginia, .known([volume]))])
    }
    let findings = Check.encryptedVolumes.judged(inventory)
    #expect(findings.map(\.verdict) == [.unknown, Verdict(.alert, .volumeUnencrypted)])
    #expect(findings.map(\.resource.region) == [tokyo, virginia])
  }

  @Test func warnsOnceForARegionWhoseSwitchIsOff() {
    let volumes = ["a", "b"].map { Volume(id: $0, state: "in-use", isEncrypted: true) }
    let findings = findings(volumes, byDefault: false)
    #expect(
      findings.map(\.verdict) == [
        Verdict(.pass, .volumeEncrypted), Verdict(.pass, .volumeEncrypted),
        Verdict(.pass, .volumesListed, [.defaultEncryptionOff]),
      ]
    )
    #expect(findings.last?.resource.arn == "arn:aws:ec2:ap-northeast-1:123456789012:*")
  }

  @Test func anUnreadableSwitchIsOnlyNoted() {
    let inventory = Inventory.with {
      $0.volumes = Regional([
        (tokyo, .known([Volume(id: "a", state: "in-use", isEncrypted: true)]))
      ])
      $0.encryptionByDefault = Regional([(tokyo, .unreadable(denied))])
    }
    let findings = Check.encryptedVolumes.judged(inventory)
    #expect(findings.map(\.verdict) == [Verdict(.pass, .volumeEncrypted)])
    #expect(findings.first?.values["encryptionByDefault"] == "?")
  }

  private func findings(_ volumes: [Volume], byDefault: Bool = true) -> [Finding] {
    Check.encryptedVolumes.judged(
      .with {
        $0.volumes = Regional([(tokyo, .known(volumes))])
        $0.encryptionByDefault = Regional([(tokyo, .known(byDefault))])
      }
    )
  }
}
