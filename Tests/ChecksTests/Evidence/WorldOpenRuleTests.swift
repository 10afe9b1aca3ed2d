import AWSOperations
import Domain
import Testing

@testable import Checks

struct WorldOpenRuleTests {
  @Test(arguments: [
    (SecurityGroup.Rule.all(from: "::/0"), PortTier.everything),
    (.tcp(0...65_535), .everything),
    (.tcp(1...65_535), .everything),
    (.tcp(22...22), .administration),
    (.tcp(0...1024), .administration),
    (.tcp(5985...5986), .administration),
    (.tcp(3306...3306), .dataStore),
    (.tcp(5000...6000), .administration),
    (.tcp(6379...6379), .dataStore),
    (.tcp(80...80), .web),
    (.tcp(443...443), .web),
    (.tcp(80...443), .other),
    (.tcp(8080...8080), .other),
    (.init(ipProtocol: "icmp", fromPort: 8, toPort: -1), .other),
    (.init(ipProtocol: "icmp", fromPort: 22, toPort: 22), .other),
    (.init(ipProtocol: "50"), .other),
    (.init(ipProtocol: "udp"), .everything),
  ])
  func portsHaveTiers(rule: SecurityGroup.Rule, tier: PortTier) {
    #expect(rule.tier == tier)
  }

  @Test func tiersGrow() {
    #expect(PortTier.allCases == PortTier.allCases.sorted())
  }

  @Test(arguments: [
    (SecurityGroup.Rule.tcp(22...22), "tcp 22"), (.tcp(20...25), "tcp 20-25"), (.all(), "all"),
    (.init(ipProtocol: "icmp", fromPort: 8, toPort: -1), "icmp 8"),
    (.init(ipProtocol: "icmp", fromPort: -1, toPort: -1), "icmp"),
    (.init(ipProtocol: "50"), "50"),
  ])
  func rulesHaveNames(rule: SecurityGroup.Rule, text: String) {
    #expect(rule.text == text)
  }

  @Test(arguments: [
    (SecurityGroup.Rule.tcp(22...22, from: "0.0.0.0/0"), ["0.0.0.0/0"]),
    (.tcp(22...22, from: "::/0", "10.0.0.0/8"), ["::/0"]),
    (.tcp(22...22, from: "0.0.0.0/0", "::/0"), ["0.0.0.0/0", "::/0"]),
    (.tcp(22...22, from: "0.0.0.0/1", "128.0.0.0/1"), ["0.0.0.0/1", "128.0.0.0/1"]),
    (.tcp(22...22, from: "::/1", "8000::/1", "10.0.0.0/8"), ["8000::/1", "::/1"]),
    (.tcp(22...22, from: "pl-world"), ["pl-world"]),
    (.tcp(22...22, from: "pl-half", "128.0.0.0/1"), ["128.0.0.0/1", "pl-half"]),
    (.tcp(22...22, from: "pl-office"), []),
    (.tcp(22...22, from: "pl-denied"), []),
    (.tcp(22...22, from: "0.0.0.0/1"), []),
    (.tcp(22...22, from: "10.0.0.0/8"), []),
    (.tcp(22...22, from: "sg-2"), []),
  ])
  func aRuleIsOpenByItsSources(rule: SecurityGroup.Rule, sources: [String]) {
    let open = network.worldOpenRules(of: .with("sg-1", rule))
    #expect(open.map(\.sources) == (sources.isEmpty ? [] : [sources]))
  }

  @Test func twoRulesMayOpenTheWorldTogether() {
    let group = SecurityGroup.with(
      "sg-1",
      .tcp(22...22, from: "0.0.0.0/1"),
      .tcp(0...1024, from: "128.0.0.0/1")
    )
    #expect(network.worldOpenRules(of: group).map(\.fact) == ["sg-1 tcp 22 0.0.0.0/1"])
  }

  @Test func aRuleBesideOneThatIsOpenIsNotOpenItself() {
    let group = SecurityGroup.with(
      "sg-1",
      .tcp(22...22, from: "10.0.0.0/8"),
      .all(from: "0.0.0.0/0")
    )
    #expect(network.worldOpenRules(of: group).map(\.fact) == ["sg-1 all 0.0.0.0/0"])
  }

  @Test func aListThatCouldNotBeReadIsNotKnownToBeClosed() {
    let group = SecurityGroup.with("sg-1", .tcp(22...22, from: "pl-denied"))
    #expect(network.unreadableRules(of: group) == ["sg-1 tcp 22 pl-denied"])
  }

  private var network: NetworkFacts {
    .with(
      [],
      lists: [
        "pl-world": .known(["0.0.0.0/0"]), "pl-half": .known(["0.0.0.0/1"]),
        "pl-office": .known(["203.0.113.0/24"]), "pl-denied": .unreadable(denied),
      ]
    )
  }
}
