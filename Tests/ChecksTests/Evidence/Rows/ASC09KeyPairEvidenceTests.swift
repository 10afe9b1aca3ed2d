import AWSOperations
import Domain
import Foundation
import Testing

@testable import Checks

struct ASC09KeyPairEvidenceTests {
  @Test func showsEachKeyPairWithItsUse() {
    let evidence = Evidence.of("ASC 09") { inventory in
      inventory.evidence.keyPairs = Regional([
        (
          tokyo,
          .known([
            pair("key-1", "deploy", made: "2026-06-01T00:00:00Z", bytes: 20),
            pair("key-2", "office", made: "2026-06-01T00:00:00Z", bytes: 16),
          ])
        )
      ])
      inventory.instances = Regional([
        (tokyo, .known([instance("i-1", "deploy"), instance("i-2", "deploy", "stopped")]))
      ])
    }
    #expect(
      evidence.rows() == [
        [
          "office", "ap-northeast-1", "rsa", "imported", "2026-06-01", "10 days",
          "0 running, 0 stopped", "no",
        ],
        [
          "deploy", "ap-northeast-1", "rsa", "made by EC2", "2026-06-01", "10 days",
          "1 running, 1 stopped", "no",
        ],
      ]
    )
    #expect(
      evidence.flags.map(\.en) == ["key pairs that no instance uses (1): office (ap-northeast-1)"]
    )
    #expect(
      evidence.json
        == #"{"keyPairs@ap-northeast-1":{"key-1":"deploy","key-2":"office"},"#
        + #""keyUses@ap-northeast-1":{"deploy i-1":"","deploy i-2":""}}"#
    )
  }

  @Test(arguments: [("2025-06-11T10:00:00Z", false), ("2025-06-10T10:00:00Z", true)])
  func aYearIsOld(made: String, isOld: Bool) {
    let evidence = Evidence.of("ASC 09") { inventory in
      inventory.evidence.keyPairs = Regional([(tokyo, .known([pair("key-1", "a", made: made)]))])
      inventory.instances = Regional([(tokyo, .known([instance("i-1", "a")]))])
    }
    #expect(evidence.flags.contains { $0.en.contains("older than 365 days") } == isOld)
  }

  @Test(arguments: [
    (22, "203.0.113.9", "off", true), (3389, "203.0.113.9", "off", true),
    (80, "203.0.113.9", "off", false), (22, nil, "off", false),
    (22, "203.0.113.9", "block-ingress", false),
  ])
  func aKeyOfAnExposedInstanceIsFlagged(
    port: Int,
    address: String?,
    block: String,
    isFlagged: Bool
  ) {
    let evidence = Evidence.of("ASC 09") { inventory in
      inventory.evidence.keyPairs = Regional([(tokyo, .known([pair("key-1", "a")]))])
      inventory.instances = Regional([(tokyo, .known([instance("i-1", "a")]))])
      inventory.evidence.network = Regional([
        (
          tokyo,
          .known(
            .with(
              [.with("sg-1", .tcp(port...port, from: "0.0.0.0/0"))],
              [.with("eni-1", groups: ["sg-1"], publicIP: address, instance: "i-1")],
              block: block
            )
          )
        )
      ])
    }
    #expect(
      evidence.flags.map(\.en)
        == (isFlagged
          ? [
            "a (ap-northeast-1) opens instances that the internet reaches on port 22 or 3389: i-1"
          ] : [])
    )
  }

  @Test func anInstanceMayReferToAKeyThatIsGone() {
    let evidence = Evidence.of("ASC 09") { inventory in
      inventory.evidence.keyPairs = Regional([
        (tokyo, .known([])), (virginia, .unreadable(denied)),
      ])
      inventory.instances = Regional([
        (tokyo, .known([instance("i-1", "lost"), instance("i-2", "lost", "terminated")])),
        (virginia, .known([instance("i-3", "hidden")])),
      ])
    }
    #expect(evidence.flags.count == 1)
    #expect(evidence.flags.first?.en.hasSuffix("lost: i-1 (ap-northeast-1)") == true)
  }

  @Test func aKeyIsNotCalledUnusedWhereInstancesAreHidden() {
    let evidence = Evidence.of("ASC 09") { inventory in
      inventory.evidence.keyPairs = Regional([(tokyo, .known([pair("key-1", "a")]))])
      inventory.instances = Regional([(tokyo, .unreadable(denied))])
    }
    #expect(evidence.flags.isEmpty)
    #expect(evidence.rows()[0][6] == "?")
    #expect(evidence.notVisible.map(\.words.en).contains("not visible: any:Action denied"))
  }

  @Test func stoppingAndAgingPutNothingInQuestion() {
    let difference = Inventory.difference(of: "ASC 09") { inventory in
      inventory.evidence.keyPairs = Regional([(tokyo, .known([pair("key-1", "a")]))])
      inventory.instances = Regional([(tokyo, .known([instance("i-1", "a")]))])
    } _: { inventory in
      inventory.now += 200 * 86_400
      inventory.evidence.keyPairs = Regional([(tokyo, .known([pair("key-1", "a")]))])
      inventory.instances = Regional([(tokyo, .known([instance("i-1", "a", "stopped")]))])
    }
    #expect(difference.rows.isEmpty)
  }

  @Test func aReplacedKeyOrANewUseDoes() {
    let difference = Inventory.difference(of: "ASC 09") { inventory in
      inventory.evidence.keyPairs = Regional([(tokyo, .known([pair("key-1", "a")]))])
      inventory.instances = Regional([(tokyo, .known([instance("i-1", "a")]))])
    } _: { inventory in
      inventory.evidence.keyPairs = Regional([(tokyo, .known([pair("key-2", "a")]))])
      inventory.instances = Regional([(tokyo, .known([instance("i-2", "a")]))])
    }
    #expect(
      difference.texts == [
        "*key-1: a > no (removed)", "*key-2: no > a (added)", "*a i-2: no > yes (added)",
        "a i-1: yes > no (removed)",
      ]
    )
  }

  private func pair(
    _ id: String,
    _ name: String,
    made: String = "2026-06-01T00:00:00Z",
    bytes: Int = 20
  ) -> KeyPair {
    var pair = KeyPair(id: id, name: name)
    pair.type = "rsa"
    pair.createdAt = Timestamp.date(made)
    pair.fingerprint = Array(repeating: "0a", count: bytes).joined(separator: ":")
    return pair
  }

  private func instance(_ id: String, _ key: String, _ state: String = "running") -> Instance {
    var instance = Instance(id: id, ownerID: "123456789012", state: state)
    instance.keyName = key
    return instance
  }
}
