import Domain
import Testing

@testable import Checks

struct MaterialRuleTests {
  @Test func whatCouldNotBeReadBeforeHasNotMoved() {
    #expect(!everything.counts(from: "?", to: "a", isEmptied: false))
    #expect(!everything.counts(from: "?", to: nil, isEmptied: true))
    #expect(!everything.counts(from: "?", to: "?", isEmptied: false))
  }

  @Test func whatCannotBeReadAnyMoreHasMovedWhateverTheRule() {
    #expect(nothing.counts(from: "a", to: "?", isEmptied: false))
  }

  @Test func additionsCountByTheirRule() {
    #expect(everything.counts(from: nil, to: "a", isEmptied: false))
    #expect(!nothing.counts(from: nil, to: "a", isEmptied: false))
    #expect(!unlessBest.counts(from: nil, to: "best", isEmptied: false))
    #expect(unlessBest.counts(from: nil, to: "worse", isEmptied: false))
    #expect(unlessBest.counts(from: nil, to: "?", isEmptied: false))
  }

  @Test func removalsCountByTheirRule() {
    #expect(everything.counts(from: "a", to: nil, isEmptied: false))
    #expect(!nothing.counts(from: "a", to: nil, isEmptied: true))
    #expect(lastOne.counts(from: "a", to: nil, isEmptied: true))
    #expect(!lastOne.counts(from: "a", to: nil, isEmptied: false))
  }

  @Test(arguments: [
    ("best", "worse", true), ("worse", "worst", true), ("worse", "best", false),
    ("worst", "worst", false), ("best", "unheard of", true), ("unheard of", "best", false),
  ])
  func onlyTheWorseCounts(then: String, now: String, counts: Bool) {
    #expect(unlessBest.counts(from: then, to: now, isEmptied: false) == counts)
  }

  @Test(arguments: [
    ("100.00", "150.00", false), ("100.00", "150.01", true), ("100.00", "20.00", false),
    ("0.00", "0.01", true), ("a", "b", false),
  ])
  func onlyGrowthBeyondItsFactorCounts(then: String, now: String, counts: Bool) {
    #expect(growth.counts(from: then, to: now, isEmptied: false) == counts)
  }

  private let nothing = MaterialRule("g", Text(verbatim: "g"))
  private let everything = MaterialRule(
    "g",
    Text(verbatim: "g"),
    added: .any,
    removed: .any,
    changed: .any
  )
  private let lastOne = MaterialRule("g", Text(verbatim: "g"), removed: .ofTheLast)
  private let growth = MaterialRule("g", Text(verbatim: "g"), changed: .exceeds(1.5))
  private let unlessBest = MaterialRule(
    "g",
    Text(verbatim: "g"),
    added: .unless("best"),
    changed: .worse(["best", "worse", "worst"])
  )
}
