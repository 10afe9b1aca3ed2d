import AWSOperations
import Domain
import Testing

@testable import Checks

struct EvidenceRowsTests {
  static let manual = Catalog.checks.filter(\.isManual).map(\.id)

  @Test func onlyManualRowsHaveEvidence() {
    for check in Catalog.checks {
      #expect((Evidence.collected(for: check.id, in: .unread) != nil) == check.isManual)
      #expect(Evidence.needs(of: check.id).isEmpty != check.isManual)
      #expect(MaterialRule.rules(of: check.id).isEmpty != check.isManual)
    }
  }

  @Test(arguments: manual)
  func whatWasRefusedIsSaidAndFlagsNothing(_ row: CheckID) throws {
    let evidence = try #require(Evidence.collected(for: row, in: .blind)).checked()
    #expect(evidence.notVisible.contains { $0.cause == .accessDenied })
    #expect(evidence.flags.isEmpty)
    #expect(evidence.alertsAtOnce.isEmpty)
    #expect(evidence.material.groups.values.allSatisfy { $0.isBlind })
  }

  @Test(arguments: manual)
  func anEmptyAccountIsShownWithoutGaps(_ row: CheckID) throws {
    let evidence = try #require(Evidence.collected(for: row, in: .bare)).checked()
    #expect(evidence.notVisible.isEmpty)
    #expect(evidence.tables.flatMap(\.rows).isEmpty)
    let groups = MaterialRule.rules(of: row).map(\.group).filter { $0 != "monthTotal" }
    #expect(Set(evidence.material.groups.keys.map(\.name)) == Set(groups))
  }

  @Test(arguments: manual)
  func factsThatStayPutNoAnswerInQuestion(_ row: CheckID) throws {
    let evidence = try #require(Evidence.collected(for: row, in: .bare))
    #expect(!MaterialDifference(of: row, then: evidence.material, now: evidence.material).isStale)
    let blind = try #require(Evidence.collected(for: row, in: .blind))
    #expect(!MaterialDifference(of: row, then: blind.material, now: blind.material).isStale)
    #expect(!MaterialDifference(of: row, then: blind.material, now: evidence.material).isStale)
    #expect(MaterialDifference(of: row, then: evidence.material, now: blind.material).isStale)
  }

  @Test(arguments: manual)
  func anAnswerGivenWithoutFactsIsNotComparedWithAny(_ row: CheckID) throws {
    let evidence = try #require(Evidence.collected(for: row, in: .bare))
    let difference = MaterialDifference(of: row, then: MaterialFacts(), now: evidence.material)
    #expect(difference.rows.isEmpty)
  }

  @Test func nothingPaidIsNeededUnlessAgreedTo() {
    for row in Self.manual {
      #expect(!Evidence.needs(of: row).contains(.paidCosts))
    }
    #expect(Evidence.needs(of: "ASC 06", isPaid: true).contains(.paidCosts))
    #expect(Evidence.price(of: "ASC 06")?.en.contains("USD 0.01 per request") == true)
    #expect(Evidence.price(of: "ASC 09") == nil)
  }

  @Test func theNeedsTogetherAreTheEvidencePolicy() {
    let automatic = Set(Catalog.checks.flatMap(\.needs).flatMap(\.permissions).map(\.name))
    let needs = Self.manual.reduce(into: Set<Need>()) { $0.formUnion(Evidence.needs(of: $1)) }
    #expect(
      Set(needs.flatMap(\.permissions).map(\.name)).subtracting(automatic) == [
        "bcm-data-exports:GetExport", "bcm-data-exports:ListExports", "budgets:ViewBudget",
        "cloudfront:ListDistributions", "cloudwatch:DescribeAlarms",
        "cur:DescribeReportDefinitions", "ec2:DescribeKeyPairs", "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups", "ec2:GetManagedPrefixListEntries",
        "iam:GenerateCredentialReport", "iam:GetCredentialReport",
        "iam:ListOpenIDConnectProviders", "iam:ListSAMLProviders", "s3:GetBucketVersioning",
        "s3:GetBucketWebsite", "s3:GetLifecycleConfiguration",
      ]
    )
  }
}

extension MaterialFacts.Content {
  /// Nothing is known, be it of all or of each thing.
  fileprivate var isBlind: Bool {
    switch self {
    case .unreadable: true
    case .items(let items): items.values.allSatisfy { $0 == MaterialFacts.unreadable }
    }
  }
}

extension Inventory {
  /// Everything was read for evidence, and there is nothing.
  static var bare: Self {
    var inventory = empty
    inventory.evidence.costReports = .known([])
    inventory.evidence.dataExports = .known([])
    inventory.evidence.credentialReport = .known(.init(generatedAt: scanTime, rows: []))
    inventory.evidence.samlProviders = .known([])
    inventory.evidence.openIDProviders = .known([])
    inventory.evidence.budgets = .known([])
    inventory.evidence.billingAlarms = .known([])
    inventory.evidence.keyPairs = Regional([(tokyo, .known([]))])
    inventory.evidence.network = Regional([(tokyo, .known(.with([], block: nil)))])
    inventory.evidence.distributions = .known([])
    return inventory
  }

  /// Everything was asked for and refused.
  static var blind: Self {
    let gap = ChecksTests.denied
    var inventory = denied
    inventory.evidence.costReports = .unreadable(gap)
    inventory.evidence.dataExports = .unreadable(gap)
    inventory.evidence.credentialReport = .unreadable(gap)
    inventory.evidence.samlProviders = .unreadable(gap)
    inventory.evidence.openIDProviders = .unreadable(gap)
    inventory.evidence.budgets = .unreadable(gap)
    inventory.evidence.billingAlarms = .unreadable(gap)
    inventory.evidence.keyPairs = Regional(unreadable: gap)
    inventory.evidence.network = Regional(unreadable: gap)
    inventory.evidence.distributions = .unreadable(gap)
    return inventory
  }
}
