import Domain
import Testing

@testable import AWSClient

struct GapRegionsTests {
  @Test(arguments: ["AuthFailure", "UnrecognizedClientException", "InvalidClientTokenId"])
  func refusedCredentialsThatWorkElsewhereMeanTheRegion(code: String) {
    let gap = Gap(.credentials, "ec2:DescribeVpcs", region: "me-south-1", code: code)
    #expect(
      gap.withCredentialsGoodElsewhere
        == Gap(.regionNotUsable, "ec2:DescribeVpcs", region: "me-south-1", code: code)
    )
  }

  @Test(arguments: ["ExpiredToken", "RequestTimeTooSkewed", "SignatureDoesNotMatch"])
  func lapsedCredentialsStayLapsed(code: String) {
    let gap = Gap(.credentials, "ec2:DescribeVpcs", code: code)
    #expect(gap.withCredentialsGoodElsewhere == gap)
  }

  @Test func otherGapsStayAsTheyAre() {
    let gap = Gap(.accessDenied, "ec2:DescribeVpcs", code: "AuthFailure")
    #expect(gap.withCredentialsGoodElsewhere == gap)
  }
}
