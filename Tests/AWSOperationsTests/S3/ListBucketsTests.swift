import AWSOperations
import Domain
import Foundation
import Testing

struct ListBucketsTests {
  @Test func asksForAThousandAtATime() {
    #expect(
      ListBuckets().request()
        == WireRequest(method: "GET", path: "/", query: [.init("max-buckets", "1000")])
    )
    #expect(
      ListBuckets(pageToken: "a/b==").request().query
        == [.init("max-buckets", "1000"), .init("continuation-token", "a/b==")]
    )
  }

  @Test func readsARecordedAnswer() throws {
    let page = try ListBuckets.output(from: fixture("s3.ListBuckets.xml"))
    #expect(page.items.map(\.name) == ["logs-bucket", "plain", "locked.bucket", "old-us"])
    #expect(page.items.map(\.region) == ["ap-northeast-1", nil, nil, nil])
    #expect(try page.items[0].createdAt == date("2026-06-23T20:37:03Z"))
    #expect(page.nextToken == "eyJNYXJrZXIiOiBudWxs/EXAMPLE==")
  }

  @Test func noBucketsIsAnAnswer() throws {
    let body = "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"
    #expect(try ListBuckets.output(from: answer(body)) == Page(items: []))
  }

  @Test func somethingElseAmongTheBucketsThrows() {
    let body = """
      <ListAllMyBucketsResult><Buckets><Volume/></Buckets></ListAllMyBucketsResult>
      """
    #expect(throws: Undecodable("Buckets holds Volume instead of Bucket")) {
      try ListBuckets.output(from: answer(body))
    }
  }
}
