import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC14TransferEvidenceTests {
  @Test func showsEachBucket() {
    let evidence = Evidence.of("ASC 14") { inventory in
      site(&inventory)
      inventory.evidence.distributions = .known([
        front("site.s3-website-ap-northeast-1.amazonaws.com"), front("other.s3.amazonaws.com"),
      ])
    }
    #expect(
      evidence.rows() == [
        ["logs", "absent", "no", "no", "no", "yes"],
        ["safe", "enforced", "no", "no", "no", "no"],
        ["site", "absent", "serves pages", "redirect-to-https", "no", "no"],
      ]
    )
    #expect(evidence.summary.en == "buckets: 3, refusing plain HTTP: 1, serving websites: 1")
    #expect(evidence.lines.map(\.value.en) == ["1", "0", "2"])
    #expect(evidence.flags.map(\.en) == ["buckets that keep logs and accept plain HTTP (1): logs"])
    #expect(
      evidence.json
        == #"{"tls":{"logs":"absent","safe":"enforced","site":"absent"},"#
        + #""websites":{"logs":"none","safe":"none","site":"pages"}}"#
    )
  }

  @Test(arguments: [
    ("site.s3-website-ap-northeast-1.amazonaws.com", true),
    ("site.s3-website.eu-central-1.amazonaws.com", true),
    ("site.s3.ap-northeast-1.amazonaws.com", true), ("site.s3.amazonaws.com", true),
    ("my.site.s3.amazonaws.com", false), ("site.example.com", false),
  ])
  func aWebsiteWithoutCloudFrontIsFlagged(origin: String, isFronted: Bool) {
    let evidence = Evidence.of("ASC 14") { inventory in
      site(&inventory)
      inventory.evidence.distributions = .known([front(origin)])
    }
    #expect(
      evidence.flags.contains { $0.en.hasSuffix("without CloudFront (1): site") } == !isFronted
    )
  }

  @Test func aDistributionThatIsOffFrontsNothing() {
    let evidence = Evidence.of("ASC 14") { inventory in
      site(&inventory)
      inventory.evidence.distributions = .known([
        front("site.s3.amazonaws.com", isEnabled: false)
      ])
    }
    #expect(evidence.flags.contains { $0.en.hasSuffix("without CloudFront (1): site") })
  }

  @Test func noWebsiteIsCalledBareWhereCloudFrontIsHidden() {
    let evidence = Evidence.of("ASC 14") { inventory in
      site(&inventory)
      inventory.evidence.distributions = .unreadable(denied)
    }
    #expect(!evidence.flags.contains { $0.en.contains("CloudFront") })
    #expect(evidence.rows()[1][3] == "?")
  }

  @Test func aPublicBucketThatAcceptsPlainHTTPIsFlagged() {
    let evidence = Evidence.of("ASC 14") { inventory in
      site(&inventory)
      inventory.buckets = .known([.closed("site") { $0.policyIsPublic = .known(true) }])
    }
    #expect(evidence.flags.map(\.en).contains("public buckets that accept plain HTTP (1): site"))
  }

  @Test(arguments: [
    (BucketWebsite?.none, TransferBucket.Website.none), (.pages(index: "i"), .pages),
    (.redirect(host: "h", scheme: "https"), .secureRedirect),
    (.redirect(host: "h", scheme: "http"), .redirect),
    (.redirect(host: "h", scheme: nil), .redirect),
  ])
  func websitesHaveKinds(website: BucketWebsite?, kind: TransferBucket.Website) {
    #expect(TransferBucket.Website(website) == kind)
  }

  @Test func aBucketThatVanishedIsLeftOut() {
    let evidence = Evidence.of("ASC 14") { inventory in
      site(&inventory)
      inventory.evidence.policies["site"] = .unreadable(gone)
      inventory.evidence.websites["site"] = .unreadable(gone)
    }
    #expect(evidence.rows().map { $0[0] } == ["logs", "safe"])
    #expect(evidence.notVisible.isEmpty)
  }

  @Test func gettingWorseCounts() {
    let difference = Inventory.difference(of: "ASC 14", site) { inventory in
      site(&inventory)
      inventory.buckets = .known(["logs", "new", "open", "safe", "site"].map { .closed($0) })
      inventory.evidence.policies["safe"] = .known(nil)
      inventory.evidence.policies["new"] = .known(enforcing("new"))
      inventory.evidence.policies["open"] = .unreadable(denied)
      inventory.evidence.websites["new"] = .known(nil)
      inventory.evidence.websites["open"] = .known(nil)
      inventory.evidence.websites["logs"] = .known(.redirect(host: "h", scheme: "https"))
    }
    #expect(
      difference.texts == [
        "*open: no > not visible (added)", "*safe: enforced > absent (changed)",
        "*logs: no > redirects to https (changed)", "new: no > enforced (added)",
        "new: no > no (added)", "open: no > no (added)",
      ]
    )
  }

  @Test func gettingBetterDoesNot() {
    let difference = Inventory.difference(of: "ASC 14", site) { inventory in
      site(&inventory)
      inventory.buckets = .known([.closed("logs"), .closed("site")])
      inventory.evidence.policies["logs"] = .known(enforcing("logs"))
      inventory.evidence.websites["site"] = .known(nil)
    }
    #expect(!difference.isStale)
    #expect(difference.rows.count == 4)
  }

  private func site(_ inventory: inout Inventory) {
    inventory = .bare
    inventory.accessPoints = Regional([(tokyo, .known([]))])
    let trail = Trail(arn: "a", name: "a", homeRegion: tokyo, bucket: "logs")
    inventory.trails = Regional([(tokyo, .known([trail]))])
    inventory.buckets = .known([.closed("logs"), .closed("safe"), .closed("site")])
    inventory.evidence.policies = [
      "logs": .known(nil), "safe": .known(enforcing("safe")), "site": .known(nil),
    ]
    inventory.evidence.websites = [
      "logs": .known(nil), "safe": .known(nil), "site": .known(.pages(index: "index.html")),
    ]
  }

  private func enforcing(_ bucket: String) -> String {
    #"{"Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","#
      + #""Resource":["arn:aws:s3:::\#(bucket)","arn:aws:s3:::\#(bucket)/*"],"#
      + #""Condition":{"Bool":{"aws:SecureTransport":"false"}}}}"#
  }

  private func front(_ origin: String, isEnabled: Bool = true) -> Distribution {
    Distribution(
      id: "E1",
      domainName: "d1.cloudfront.net",
      origins: [origin],
      viewerProtocolPolicies: ["redirect-to-https"],
      isEnabled: isEnabled
    )
  }
}
