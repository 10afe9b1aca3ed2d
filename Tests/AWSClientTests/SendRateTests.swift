import Foundation
import Testing

@testable import AWSClient

struct SendRateTests {
  private let start = Date(timeIntervalSince1970: 1_800_000_000)

  @Test func withoutThrottlesNothingWaits() {
    let rate = SendRate()
    for number in 0..<1000 { #expect(rate.take(at: start + Double(number) / 1000) == .zero) }
    #expect(rate.limit == nil)
  }

  @Test func aThrottleHalvesWhatWasSent() {
    let rate = SendRate()
    for number in 0..<40 { _ = rate.take(at: start + Double(number) / 40) }
    rate.throttled(sent: start + 0.5, at: start + 1)
    #expect(rate.limit == 20)
    let waits = (0..<4).map { _ in rate.take(at: start + 1) / .milliseconds(1) }
    #expect(waits.map { $0.rounded() } == [0, 50, 100, 150])
  }

  @Test func throttlesOfOneRoundCountOnce() {
    let rate = SendRate()
    for _ in 0..<40 { _ = rate.take(at: start) }
    for _ in 0..<10 { rate.throttled(sent: start, at: start + 0.1) }
    #expect(rate.limit == 20)
    for _ in 0..<20 { rate.throttled(sent: start + 0.2, at: start + 0.3) }
    #expect(rate.limit == 10)
  }

  @Test func neverStands() {
    let rate = SendRate()
    for number in 0..<100 {
      _ = rate.take(at: start + Double(number))
      rate.throttled(sent: start + Double(number), at: start + Double(number))
    }
    #expect(rate.limit == 0.5)
  }

  @Test func growsBackAndGoes() throws {
    let rate = SendRate()
    for _ in 0..<40 { _ = rate.take(at: start) }
    rate.throttled(sent: start, at: start)
    _ = rate.take(at: start + 5)
    #expect(try abs(#require(rate.limit) - 40) < 0.001)
    _ = rate.take(at: start + 60)
    #expect(rate.limit == nil)
  }
}
