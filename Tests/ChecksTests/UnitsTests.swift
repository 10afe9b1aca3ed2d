import Domain
import Testing

@testable import Checks

struct UnitsTests {
  static let no = Fact<Bool>.known(false)
  static let yes = Fact<Bool>.known(true)
  static let hidden = Fact<Bool>.unreadable(denied)

  @Test func aKnownTrueSettlesAnOr() {
    #expect(Self.yes.or(Self.hidden) == Self.yes)
    #expect(Self.hidden.or(Self.yes) == Self.yes)
    #expect(Self.no.or(Self.hidden) == Self.hidden)
    #expect(Self.hidden.or(Self.no) == Self.hidden)
    #expect(Self.no.or(Self.no) == Self.no)
  }

  @Test func aKnownFalseSettlesAnAnd() {
    #expect(Self.no.and(Self.hidden) == Self.no)
    #expect(Self.hidden.and(Self.no) == Self.no)
    #expect(Self.yes.and(Self.hidden) == Self.hidden)
    #expect(Self.yes.and(Self.yes) == Self.yes)
  }

  @Test func longListsAreCutAndCounted() {
    #expect(["a", "b"].listed == "a, b")
    #expect((1...23).map { "\($0)" }.listed.hasSuffix("19, 20, +3"))
  }

  @Test func aUnitThatVanishedMakesNoFinding() {
    let unit = Resource(arn: "arn:aws:s3:::a", region: nil)
    #expect(Finding.judging(unit) { () throws(Gap) in throw gone } == nil)
    #expect(Finding.judging(unit) { () throws(Gap) in throw denied }?.status == .unknown)
  }
}
