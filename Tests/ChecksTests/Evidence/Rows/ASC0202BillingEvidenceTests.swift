import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC0202BillingEvidenceTests {
  @Test func showsWhereBillingDataGo() {
    let evidence = Evidence.of("ASC 02-02", deliver)
    #expect(
      evidence.rows() == [
        ["focus", "Data Exports", "theirs", "f", "111122223333", "us-east-1", "?", "2026-06-10"],
        ["monthly", "CUR", "ours", "cur", "this account", "?", "not public", "2026-06-10"],
      ]
    )
    #expect(evidence.summary.en == "exports: 2; buckets not public: 1, public: 0, not certain: 1")
    #expect(
      evidence.flags.map(\.en) == ["whether billing bucket theirs is public could not be read"]
    )
    #expect(
      evidence.json
        == #"{"deliveries":{"cur:monthly":"ours/cur","export:focus":"theirs/f"},"#
        + #""publicness":{"ours":"closed","theirs":"?"}}"#
    )
    #expect(evidence.alertsAtOnce.isEmpty)
  }

  @Test func aPublicBucketAlertsAtOnce() {
    let evidence = Evidence.of("ASC 02-02") { inventory in
      deliver(&inventory)
      inventory.buckets = .known([
        .closed("ours") {
          $0.objectOwnership = .known("ObjectWriter")
          $0.acl = .known(.everyoneReads)
        }
      ])
    }
    #expect(
      evidence.alertsAtOnce.map(\.en) == [
        "billing bucket ours is public: the access control list lets everyone in: AllUsers READ"
      ]
    )
    #expect(evidence.flags.first == evidence.alertsAtOnce.first)
  }

  @Test func aForeignBucketThatIsPublicAlertsWhateverOurAccountBlocks() {
    let evidence = Evidence.of("ASC 02-02") { inventory in
      deliver(&inventory)
      inventory.accountPublicAccessBlock = .known(.all)
      inventory.evidence.foreignBuckets["theirs"] = .observed(
        .closed("theirs") { $0.policyIsPublic = .known(true) }
      )
    }
    #expect(evidence.alertsAtOnce.count == 1)
  }

  @Test func aForeignBucketIsFlagged() {
    let evidence = Evidence.of("ASC 02-02") { inventory in
      deliver(&inventory)
      inventory.evidence.foreignBuckets["theirs"] = .observed(
        .closed("theirs") { $0.publicAccessBlock = .known(.all) }
      )
    }
    #expect(evidence.flags.map(\.en) == ["billing bucket theirs belongs to another account"])
  }

  @Test func aMissingBucketIsFlagged() {
    let evidence = Evidence.of("ASC 02-02") { inventory in
      deliver(&inventory)
      inventory.evidence.foreignBuckets["theirs"] = .missing
    }
    #expect(evidence.flags.first?.en.hasPrefix("billing bucket theirs does not exist") == true)
    #expect(evidence.json.contains(#""theirs":"missing""#))
  }

  @Test func withoutAnyExportThePayerIsToBeAsked() {
    let evidence = Evidence.of("ASC 02-02") { inventory in
      inventory.evidence.costReports = .known([])
      inventory.evidence.dataExports = .known([])
    }
    #expect(evidence.summary.en.hasPrefix("no export is defined in this account"))
  }

  @Test func anExportWhoseDestinationIsHiddenIsShown() {
    let evidence = Evidence.of("ASC 02-02") { inventory in
      inventory.evidence.costReports = .known([])
      inventory.evidence.dataExports = .known([
        DataExport(ListedExport(arn: "arn:1", name: "a"), destination: .unreadable(denied))
      ])
    }
    #expect(evidence.rows()[0][..<4] == ["a", "Data Exports", "?", "?"])
    #expect(evidence.json == #"{"deliveries":{"export:a":"?"},"publicness":{}}"#)
    #expect(evidence.notVisible.map(\.words.en) == ["not visible: any:Action denied"])
  }

  @Test func movingTheExportOrLosingThePassCounts() {
    let difference = Inventory.difference(of: "ASC 02-02", deliver) { inventory in
      deliver(&inventory)
      inventory.evidence.costReports = .known([
        CostReport(name: "monthly", bucket: "ours", prefix: "moved")
      ])
      inventory.buckets = .known([.hidden("ours")])
    }
    #expect(
      difference.texts == [
        "*cur:monthly: ours/cur > ours/moved (changed)",
        "*ours: not public > not visible (lost)",
      ]
    )
  }

  @Test func alertsAtOnceNeedsNoDifference() {
    let difference = Inventory.difference(of: "ASC 02-02", deliver, deliver)
    #expect(difference.rows.isEmpty)
  }

  private func deliver(_ inventory: inout Inventory) {
    var report = CostReport(name: "monthly", bucket: "ours", prefix: "cur")
    report.lastDelivery = "20260610T010203Z"
    inventory.evidence.costReports = .known([report])
    inventory.evidence.dataExports = .known([
      DataExport(
        ListedExport(
          arn: "arn:1",
          name: "focus",
          refreshedAt: Timestamp.date("2026-06-10T00:00:00Z")
        ),
        destination: .known(
          ExportDestination(
            bucket: "theirs",
            owner: "111122223333",
            prefix: "f",
            region: "us-east-1"
          )
        )
      )
    ])
    inventory.accountPublicAccessBlock = .known(.none)
    inventory.accessPoints = Regional([(tokyo, .known([]))])
    inventory.buckets = .known([.closed("ours")])
    inventory.evidence.foreignBuckets = ["theirs": .observed(.hidden("theirs"))]
  }
}
