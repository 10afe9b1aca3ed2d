import AWSOperations
import Domain
import Testing

@testable import Checks

struct LogRetentionTests {
  @Test func findsTheLogGroupInTheDestination() {
    let log = log { $0.destination = "arn:aws:logs:us-east-1:123456789012:log-group:/vpc/flow:*" }
    #expect(retention(log, [LogGroup(name: "/vpc/flow", retentionInDays: 30)]) == .days(30))
  }

  @Test func aGroupOfAnotherAccountIsUnknown() {
    let log = log { $0.destination = "arn:aws:logs:us-east-1:999988887777:log-group:flow:*" }
    #expect(retention(log, []) == .unknown)
  }

  @Test func aCrossAccountRoleMakesItUnknown() {
    let log = log {
      $0.logGroupName = "flow"
      $0.crossAccountRole = "arn:aws:iam::999988887777:role/logs"
    }
    #expect(retention(log, []) == .unknown)
  }

  @Test(arguments: ["s3", "kinesis-data-firehose"])
  func otherDestinationsKnowNoRetention(_ type: String) {
    #expect(retention(log { $0.destinationType = type }, []) == .unlimited)
  }

  @Test func theBestOfSeveralCounts() {
    let order: [LogRetention] = [
      .missing("a"), .days(1), .days(180), .unknown, .days(365), .unlimited,
    ]
    #expect(order.shuffled().sorted() == order)
  }

  private func retention(_ log: FlowLog, _ groups: [LogGroup]) -> LogRetention {
    LogRetention(of: [log], .known(groups), account: "123456789012")
  }

  private func log(_ change: (inout FlowLog) -> Void) -> FlowLog {
    var log = FlowLog(id: "fl-1", resourceID: "vpc-1", status: "ACTIVE")
    change(&log)
    return log
  }
}
