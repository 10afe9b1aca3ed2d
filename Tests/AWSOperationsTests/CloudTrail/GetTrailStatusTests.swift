import AWSOperations
import Foundation
import Testing

struct GetTrailStatusTests {
  @Test func asksByARN() {
    #expect(
      GetTrailStatus(trailARN: "arn:aws:cloudtrail:eu-west-1:1:trail/a").request().text
        == #"{"Name":"arn:aws:cloudtrail:eu-west-1:1:trail/a"}"#
    )
  }

  @Test func readsARecordedAnswer() throws {
    let status = try GetTrailStatus.output(from: fixture("cloudtrail.GetTrailStatus.json"))
    #expect(!status.isLogging)
    #expect(status.stoppedLoggingAt == Date(timeIntervalSince1970: 1_782_246_994.125))
    #expect(status.latestDeliveryAt == Date(timeIntervalSince1970: 1_782_246_994))
    #expect(status.latestDeliveryError == "AccessDenied")
  }

  @Test func nullsAreAbsent() throws {
    let body = #"{"IsLogging":true,"StopLoggingTime":null,"LatestDeliveryError":null}"#
    #expect(try GetTrailStatus.output(from: answer(body)) == TrailStatus(isLogging: true))
  }

  @Test func aTimeThatIsTextThrows() {
    let body = #"{"IsLogging":true,"StopLoggingTime":"yesterday"}"#
    #expect(throws: Undecodable.self) { try GetTrailStatus.output(from: answer(body)) }
  }
}
