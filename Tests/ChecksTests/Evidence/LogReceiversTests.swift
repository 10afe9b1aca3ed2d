import AWSOperations
import Domain
import Testing

@testable import Checks

struct LogReceiversTests {
  @Test func collectsWhateverKeepsLogs() {
    let receivers = LogReceivers(
      of: .with { inventory in
        let trail = Trail(arn: "a", name: "a", homeRegion: tokyo, bucket: "trails")
        inventory.trails = Regional([(tokyo, .known([trail])), (virginia, .unreadable(denied))])
        inventory.flowLogs = Regional([
          (
            tokyo,
            .known([log("s3", "arn:aws:s3:::flows/prefix/"), log("cloud-watch-logs", "arn")])
          )
        ])
        inventory.buckets = .known([
          .closed("site") { $0.logging = .known(BucketLogging(targetBucket: "access")) },
          .hidden("secret"),
        ])
      }
    )
    #expect(receivers.ofTrails == ["trails"])
    #expect(receivers.all == ["trails", "flows", "access"])
    #expect(receivers.gaps == [denied, denied])
  }

  private func log(_ type: String, _ destination: String) -> FlowLog {
    var log = FlowLog(id: "fl-1", resourceID: "vpc-1", status: "ACTIVE")
    log.destinationType = type
    log.destination = destination
    return log
  }
}
