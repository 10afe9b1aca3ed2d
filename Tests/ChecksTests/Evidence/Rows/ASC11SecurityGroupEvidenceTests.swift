import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC11SecurityGroupEvidenceTests {
  @Test func showsTheMostOpenGroupsFirst() {
    let evidence = Evidence.of("ASC 11") {
      $0.evidence.network = Regional([
        (
          tokyo,
          .known(
            .with(
              [
                .with("sg-3", name: "closed", .tcp(443...443, from: "10.0.0.0/8")),
                .with("sg-2", name: "site", .tcp(443...443, from: "0.0.0.0/0")),
                .with(
                  "sg-1",
                  name: "ssh",
                  .tcp(22...22, from: "0.0.0.0/0", "::/0"),
                  outbound: [.all(from: "0.0.0.0/0")]
                ),
              ],
              [
                .with("eni-1", groups: ["sg-1", "sg-2"], publicIP: "203.0.113.9"),
                .with("eni-2", groups: ["sg-1", "sg-3"]),
              ]
            )
          )
        )
      ])
    }
    #expect(
      evidence.rows() == [
        [
          "sg-1", "ssh", "ap-northeast-1", "vpc-1", "tcp 22 0.0.0.0/0+::/0", "administration",
          "2 (1)", "yes", "no",
        ],
        [
          "sg-2", "site", "ap-northeast-1", "vpc-1", "tcp 443 0.0.0.0/0", "web", "1 (1)", "no",
          "no",
        ],
        ["sg-3", "closed", "ap-northeast-1", "vpc-1", "-", "-", "1 (0)", "no", "no"],
      ]
    )
    #expect(
      evidence.flags.map(\.en) == [
        "sg-1 ssh (ap-northeast-1) lets the internet reach public interfaces (1): "
          + "tcp 22 0.0.0.0/0+::/0"
      ]
    )
    #expect(
      evidence.json
        == #"{"defaultGroupRules@ap-northeast-1":{},"#
        + #""exposed@ap-northeast-1":{"sg-1 eni-1":"","sg-2 eni-1":""},"#
        + #""vpcBlock@ap-northeast-1":{"vpc-1":"off"},"worldOpen@ap-northeast-1":"#
        + #"{"sg-1 tcp 22 0.0.0.0/0+::/0":"","sg-2 tcp 443 0.0.0.0/0":""}}"#
    )
  }

  @Test(arguments: [
    (22, "203.0.113.9", "off", true), (5432, "203.0.113.9", "off", true),
    (443, "203.0.113.9", "off", false), (8080, "203.0.113.9", "off", false),
    (22, nil, "off", false), (22, "203.0.113.9", "block-bidirectional", false),
    (22, "203.0.113.9", "block-ingress", false),
  ])
  func onlyDangerousPortsOnPublicInterfacesAreFlagged(
    port: Int,
    address: String?,
    block: String,
    isFlagged: Bool
  ) {
    let evidence = Evidence.of("ASC 11") {
      $0.evidence.network = Regional([
        (
          tokyo,
          .known(
            .with(
              [.with("sg-1", .tcp(port...port, from: "0.0.0.0/0"))],
              [.with("eni-1", groups: ["sg-1"], publicIP: address)],
              block: block
            )
          )
        )
      ])
    }
    #expect(evidence.flags.isEmpty == !isFlagged)
  }

  @Test func addressesOfVersion6ArePublic() {
    var interface = NetworkInterface.with("eni-1", groups: ["sg-1"])
    interface.ipv6Addresses = ["2001:db8::1"]
    let evidence = Evidence.of("ASC 11") {
      $0.evidence.network = Regional([
        (tokyo, .known(.with([.with("sg-1", .tcp(22...22, from: "::/0"))], [interface])))
      ])
    }
    #expect(evidence.flags.count == 1)
  }

  @Test func flagsDefaultGroupsLongGroupsAndUnusedOnes() {
    let blocks = (0..<31).map { "10.0.\($0).0/24" }
    var long = SecurityGroup.Rule.tcp(443...443)
    long.ipv4Ranges = blocks
    let evidence = Evidence.of("ASC 11") {
      $0.evidence.network = Regional([
        (
          tokyo,
          .known(
            .with(
              [
                .with("sg-1", name: "default", .all(from: "sg-1")),
                .with("sg-2", name: "long", long),
                .with("sg-3", name: "unused", .all(from: "sg-3")),
                .with("sg-4", name: "referred", .all(from: "sg-2")),
                .with("sg-5", name: "default"),
              ],
              [.with("eni-1", groups: ["sg-4"])]
            )
          )
        )
      ])
    }
    #expect(
      evidence.flags.map(\.en) == [
        "default groups with rules (1): sg-1 default (ap-northeast-1)",
        "groups with more than 30 rules (1): sg-2 long (ap-northeast-1)",
        "groups attached to nothing (1): sg-3 unused (ap-northeast-1)",
      ]
    )
  }

  @Test func noGroupIsCalledUnusedWhereInterfacesAreHidden() {
    var network = NetworkFacts.with([.with("sg-1")])
    network.interfaces = .unreadable(denied)
    let hidden = network
    let evidence = Evidence.of("ASC 11") {
      $0.evidence.network = Regional([(tokyo, .known(hidden))])
    }
    #expect(evidence.flags.isEmpty)
    #expect(evidence.json.contains(#""exposed@ap-northeast-1":"?""#))
    #expect(evidence.notVisible.count == 1)
  }

  @Test func aPrefixListThatCannotBeReadIsAnOpenQuestion() {
    let evidence = Evidence.of("ASC 11") {
      $0.evidence.network = Regional([
        (
          tokyo,
          .known(
            .with(
              [.with("sg-1", .tcp(22...22, from: "pl-1"))],
              lists: ["pl-1": .unreadable(denied)]
            )
          )
        )
      ])
    }
    #expect(evidence.json.contains(#""worldOpen@ap-northeast-1":{"sg-1 tcp 22 pl-1":"?"}"#))
  }

  @Test func openingsAndExposuresPutTheAnswerInQuestion() {
    let difference = difference(
      .with(
        [.with("sg-1", .tcp(443...443, from: "0.0.0.0/0")), .with("sg-2", name: "default")],
        [.with("eni-1", groups: ["sg-1"], publicIP: "203.0.113.9")],
        block: "block-ingress"
      ),
      .with(
        [
          .with("sg-1", .tcp(443...443, from: "0.0.0.0/0"), .tcp(22...22, from: "0.0.0.0/0")),
          .with("sg-2", name: "default", .tcp(22...22, from: "10.0.0.0/8")),
        ],
        [.with("eni-1", groups: ["sg-1"], publicIP: "203.0.113.9")],
        block: "off"
      )
    )
    #expect(
      difference.texts == [
        "*sg-1 tcp 22 0.0.0.0/0: no > yes (added)",
        "*sg-1 eni-1: no > yes (added)",
        "*sg-2 in tcp 22 10.0.0.0/8: no > yes (added)",
        "*vpc-1: block-ingress > off (changed)",
      ]
    )
  }

  @Test func closingPutsNothingInQuestion() {
    let difference = difference(
      .with(
        [
          .with("sg-1", .tcp(22...22, from: "0.0.0.0/0")),
          .with("sg-2", name: "default", .all(from: "sg-2")),
        ],
        [.with("eni-1", groups: ["sg-1"], publicIP: "203.0.113.9")]
      ),
      .with(
        [.with("sg-1"), .with("sg-2", name: "default"), .with("sg-9")],
        [.with("eni-1", groups: ["sg-1"], publicIP: "203.0.113.9")],
        block: "block-bidirectional"
      )
    )
    #expect(!difference.isStale)
    #expect(difference.rows.count == 4)
  }

  private func difference(_ then: NetworkFacts, _ now: NetworkFacts) -> MaterialDifference {
    Inventory.difference(of: "ASC 11") {
      $0.evidence.network = Regional([(tokyo, .known(then))])
    } _: {
      $0.evidence.network = Regional([(tokyo, .known(now))])
    }
  }
}
