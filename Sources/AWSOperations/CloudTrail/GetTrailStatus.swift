import Domain
import FoundationEssentials

/// Says whether a trail is switched on and whether its log files arrive.
///
/// Ask the trail's home region, by ARN: a shadow trail is not found by its name.
package struct GetTrailStatus: AWSOperation {
  package static let service = Service.cloudTrail
  package static let name = "GetTrailStatus"
  package static let permission: Permission = "cloudtrail:GetTrailStatus"

  let trailARN: String

  package init(trailARN: String) {
    self.trailARN = trailARN
  }

  package func request() -> WireRequest {
    json(["Name": .string(trailARN)])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> TrailStatus {
    let answer = try JSONAnswer.decode(Answer.self, from: answer)
    var status = TrailStatus(isLogging: answer.isLogging)
    status.stoppedLoggingAt = answer.stopLoggingTime
    status.latestDeliveryAt = answer.latestDeliveryTime
    status.latestDeliveryError = answer.latestDeliveryError
    return status
  }
}

package struct TrailStatus: Hashable, Sendable {
  package var isLogging: Bool
  package var stoppedLoggingAt: Date?
  package var latestDeliveryAt: Date?
  package var latestDeliveryError: String?

  package init(isLogging: Bool) {
    self.isLogging = isLogging
  }
}

private struct Answer: Decodable {
  let isLogging: Bool
  let stopLoggingTime: Date?
  let latestDeliveryTime: Date?
  let latestDeliveryError: String?
}
