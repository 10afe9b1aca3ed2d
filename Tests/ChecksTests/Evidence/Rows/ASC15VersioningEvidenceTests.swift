import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC15VersioningEvidenceTests {
  @Test func showsEachBucket() {
    let evidence = Evidence.of("ASC 15") { inventory in
      keep(&inventory, "a", .enabled, rules: [tidy])
      inventory.evidence.objectLocks["a"] = .known(true)
    }
    #expect(
      evidence.rows() == [
        [
          "a", "enabled", "no", "yes",
          "tidy prefix=logs/, expires after 400 d, GLACIER 30d, old versions after 30 d, keeps 3, "
            + "uploads after 7 d", "no",
        ]
      ]
    )
    #expect(evidence.flags.isEmpty)
    #expect(evidence.summary.en == "buckets: 1, keeping versions: 1, with lifecycle rules: 1")
    #expect(
      evidence.json
        == #"{"expiry":{"a":"tidy Enabled prefix=logs/ expire=400d noncurrent=30d keep=3"},"#
        + #""versioning":{"a":"Enabled"}}"#
    )
  }

  @Test func versionsThatNeverGoAreFlagged() {
    var off = tidy
    off.isEnabled = false
    let disabled = off
    let evidence = Evidence.of("ASC 15") { inventory in
      keep(&inventory, "a", .enabled, rules: [disabled])
      keep(&inventory, "b", .never, rules: [uploadsOnly])
      keep(&inventory, "c", .enabled, rules: [uploadsOnly])
    }
    #expect(
      evidence.flags.map(\.en) == [
        "versioned buckets that keep old versions for ever (2): a, c",
        "buckets that never clear away unfinished uploads (1): a",
      ]
    )
  }

  @Test func suspendedVersioningIsFlagged() {
    let evidence = Evidence.of("ASC 15") { keep(&$0, "a", .suspended, rules: [uploadsOnly]) }
    #expect(evidence.flags.map(\.en) == ["buckets with versioning suspended (1): a"])
  }

  @Test(arguments: [(364, true), (365, false)])
  func logsAreToBeKeptForAYear(days: Int, isFlagged: Bool) {
    var rule = tidy
    rule.expirationDays = days
    let short = rule
    let evidence = Evidence.of("ASC 15") { inventory in
      keep(&inventory, "logs", .enabled, rules: [short])
      let trail = Trail(arn: "a", name: "a", homeRegion: tokyo, bucket: "logs")
      inventory.trails = Regional([(tokyo, .known([trail]))])
    }
    #expect(evidence.flags.isEmpty == !isFlagged)
  }

  @Test(arguments: [
    (BucketVersioning.Status.enabled, false), (.suspended, true), (.never, true),
  ])
  func aTrailsBucketWithoutVersionsIsFlagged(status: BucketVersioning.Status, isFlagged: Bool) {
    let evidence = Evidence.of("ASC 15") { inventory in
      keep(&inventory, "logs", status, rules: [tidy])
      let trail = Trail(arn: "a", name: "a", homeRegion: tokyo, bucket: "logs")
      inventory.trails = Regional([(tokyo, .known([trail]))])
    }
    #expect(
      evidence.flags.contains { $0.en == "buckets of trails that keep no versions (1): logs" }
        == isFlagged
    )
  }

  @Test func whatIsHiddenIsNotFlagged() {
    let evidence = Evidence.of("ASC 15") { inventory in
      keep(&inventory, "a", .enabled, rules: [])
      inventory.evidence.versionings["a"] = .unreadable(denied)
      inventory.evidence.lifecycles["a"] = .unreadable(denied)
    }
    #expect(evidence.flags.isEmpty)
    #expect(evidence.rows() == [["a", "?", "?", "no", "?", "no"]])
    #expect(evidence.json == #"{"expiry":{"a":"?"},"versioning":{"a":"?"}}"#)
  }

  @Test func losingVersioningNewBucketsAndOtherExpiryCount() {
    var longer = tidy
    longer.expirationDays = 500
    let changed = longer
    let difference = Inventory.difference(of: "ASC 15") { inventory in
      keep(&inventory, "a", .enabled, rules: [tidy])
      keep(&inventory, "b", .enabled, rules: [])
    } _: { inventory in
      keep(&inventory, "a", .suspended, rules: [changed])
      keep(&inventory, "b", .enabled, rules: [tidy])
      keep(&inventory, "c", .enabled, rules: [])
    }
    #expect(
      difference.texts == [
        "*a: enabled > suspended (changed)", "*c: no > enabled (added)",
        "*a: tidy Enabled prefix=logs/ expire=400d noncurrent=30d keep=3 > "
          + "tidy Enabled prefix=logs/ expire=500d noncurrent=30d keep=3 (changed)",
        "*b: no > tidy Enabled prefix=logs/ expire=400d noncurrent=30d keep=3 (changed)",
        "c: no > no (added)",
      ]
    )
  }

  @Test func otherRulesFewerBucketsAndMoreVersioningDoNot() {
    var moved = tidy
    moved.transitions = []
    moved.abortsUploadsAfterDays = 1
    let changed = moved
    let difference = Inventory.difference(of: "ASC 15") { inventory in
      keep(&inventory, "a", .suspended, rules: [tidy])
      keep(&inventory, "b", .enabled, rules: [tidy])
    } _: { inventory in
      keep(&inventory, "a", .enabled, rules: [changed, uploadsOnly])
    }
    #expect(!difference.isStale)
    #expect(difference.rows.count == 3)
  }

  @Test func theOrderOfRulesDoesNotMatter() {
    var other = tidy
    other.id = "another"
    let another = other
    let there = Evidence.of("ASC 15") { keep(&$0, "a", .enabled, rules: [tidy, another]) }
    let back = Evidence.of("ASC 15") { keep(&$0, "a", .enabled, rules: [another, tidy]) }
    #expect(there.material.digest == back.material.digest)
  }

  private func keep(
    _ inventory: inout Inventory,
    _ name: String,
    _ status: BucketVersioning.Status,
    rules: [LifecycleRule]
  ) {
    let known = inventory.evidence.versionings.isEmpty ? [] : inventory.buckets.known { $0 } ?? []
    let evidence = inventory.evidence
    inventory = .bare
    inventory.evidence.versionings = evidence.versionings
    inventory.evidence.lifecycles = evidence.lifecycles
    inventory.evidence.objectLocks = evidence.objectLocks
    inventory.buckets = .known(known + [.closed(name)])
    inventory.evidence.versionings[name] = .known(BucketVersioning(status: status))
    inventory.evidence.lifecycles[name] = .known(rules)
    inventory.evidence.objectLocks[name] = .known(false)
  }

  private let tidy: LifecycleRule = {
    var rule = LifecycleRule(id: "tidy", isEnabled: true)
    rule.scope = ["prefix=logs/"]
    rule.expirationDays = 400
    rule.transitions = [.init(after: "30d", storageClass: "GLACIER")]
    rule.noncurrentExpirationDays = 30
    rule.keptNoncurrentVersions = 3
    rule.abortsUploadsAfterDays = 7
    return rule
  }()

  private let uploadsOnly: LifecycleRule = {
    var rule = LifecycleRule(id: "uploads", isEnabled: true)
    rule.abortsUploadsAfterDays = 7
    return rule
  }()
}
