import AWSClient
import Testing

@testable import Demo

struct AnswerTests {
  private let answers = Answer.all(
    in: """
      # A comment.
      === ec2.DescribeVolumes region=eu-west-1 once
      503 retry-after=1 x-amz-id=a
      first
      # Another.
      second
      === s3.HeadBucket
      200
      """
  )

  @Test func readsSections() throws {
    let answer = try #require(answers.first)
    #expect(answers.count == 2)
    #expect(answer.operation == "ec2.DescribeVolumes")
    #expect(answer.conditions == ["region": "eu-west-1"])
    #expect(answer.isGivenOnce)
    #expect(answer.status == 503)
    #expect(answer.headers == ["retry-after": "1", "x-amz-id": "a"])
    #expect(answer.body == "first\nsecond")
  }

  @Test func aSectionMayHaveNoBody() {
    #expect(answers.last?.body == "")
    #expect(answers.last?.isGivenOnce == false)
  }

  @Test(
    arguments: [
      ("eu-west-1", "Action=DescribeVolumes", true),
      ("eu-west-1", "Action=DescribeVolumes&MaxResults=500", true),
      ("eu-west-2", "Action=DescribeVolumes", false),
      ("eu-west-1", "Action=DescribeVpcs", false),
    ]
  )
  func fitsACallThatSaysWhatItAsks(_ region: String, _ form: String, _ fits: Bool) throws {
    let answer = try #require(answers.first)
    #expect(answer.fits(try Call(.form("ec2", region, form))) == fits)
  }

  @Test func aFirstPageIsNoAnswerToATokenItDoesNotName() throws {
    let next = try Call(.form("ec2", "eu-west-1", "Action=DescribeVolumes&NextToken=x"))
    #expect(answers.first?.fits(next) == false)
  }

  @Test func whatIsGivenOnceGoesFirst() {
    #expect(answers.map(\.rank) == [2, 0])
  }
}
