import FoundationEssentials

package struct TrailStatus: Hashable, Sendable {
  package var isLogging: Bool
  package var stoppedLoggingAt: Date?
  package var latestDeliveryAt: Date?
  package var latestDeliveryError: String?

  package init(isLogging: Bool) {
    self.isLogging = isLogging
  }
}
