import AWSOperations
import Testing

@testable import Checks

struct FlowLogCoverageTests {
  @Test(arguments: [
    (nil, nil, true), ("SUCCESS", nil, true), ("FAILED", "Rate limited", true),
    ("FAILED", "Access error", false), ("FAILED", "Unknown error", false), ("FAILED", nil, false),
  ])
  func aLogIsUsableUnlessItFails(_ status: String?, _ error: String?, _ isUsable: Bool) {
    var log = FlowLog(id: "fl-1", resourceID: "vpc-1", status: "ACTIVE")
    log.deliverStatus = status
    log.deliverError = error
    #expect(log.isUsable == isUsable)
  }

  @Test func aLogThatIsNotActiveIsNotUsable() {
    #expect(!FlowLog(id: "fl-1", resourceID: "vpc-1", status: "GONE").isUsable)
  }
}
