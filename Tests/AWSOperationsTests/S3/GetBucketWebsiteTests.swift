import AWSOperations
import Testing

struct GetBucketWebsiteTests {
  @Test func asksForTheSubResource() {
    #expect(
      GetBucketWebsite(bucket: "a.b").request()
        == WireRequest(method: "GET", path: "/a.b", query: [.init("website", "")])
    )
  }

  @Test(arguments: [
    ("s3.GetBucketWebsite.xml", BucketWebsite.pages(index: "index.html")),
    ("s3.GetBucketWebsite.redirect.xml", .redirect(host: "example.com", scheme: "https")),
  ])
  func readsRecordedAnswers(file: String, website: BucketWebsite) throws {
    #expect(try GetBucketWebsite.output(from: fixture(file)) == website)
  }

  @Test func nothingConfiguredIsNoWebsite() {
    let output = GetBucketWebsite.output(forErrorCode:)
    #expect(output("NoSuchWebsiteConfiguration") == .some(nil))
    #expect(output("AccessDenied") == nil)
  }

  @Test func aWebsiteWithoutAnIndexThrows() {
    #expect(throws: Undecodable("WebsiteConfiguration without IndexDocument")) {
      try GetBucketWebsite.output(from: answer("<WebsiteConfiguration/>"))
    }
  }
}
