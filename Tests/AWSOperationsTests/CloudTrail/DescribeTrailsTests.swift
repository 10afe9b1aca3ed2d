import AWSOperations
import Domain
import Testing

struct DescribeTrailsTests {
  @Test func asksForShadowTrailsToo() {
    let request = DescribeTrails().request()
    #expect(request.text == #"{"includeShadowTrails":true}"#)
    #expect(
      request.headers == [
        .init("content-type", "application/x-amz-json-1.1"),
        .init(
          "x-amz-target",
          "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails"
        ),
      ]
    )
  }

  @Test func readsARecordedAnswer() throws {
    var expected = Trail(
      arn: "arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/everything",
      name: "everything",
      homeRegion: "ap-northeast-1",
      bucket: "logs-bucket"
    )
    expected.prefix = "trail"
    expected.isMultiRegion = true
    expected.includesGlobalServiceEvents = true
    #expect(
      try DescribeTrails.output(from: fixture("cloudtrail.DescribeTrails.json")) == [expected]
    )
  }

  @Test func noTrailsIsAnAnswer() throws {
    #expect(try DescribeTrails.output(from: answer(#"{"trailList":[]}"#)) == [])
  }

  @Test(arguments: [
    (#"{"trailList":null}"#, "trailList is null"),
    (#"{"trailList":[{"Name":"a"}]}"#, "trailList.Index 0 without trailARN"),
  ])
  func anAnswerOfAnotherShapeSaysWhereItDiffers(body: String, detail: String) {
    #expect(throws: Undecodable(detail)) { try DescribeTrails.output(from: answer(body)) }
  }
}
