import Domain
import Testing

@testable import Checks

/// On the rules of ASC 09: any change of key pairs counts, and additional uses do.
struct MaterialDifferenceTests {
  @Test func saysThenNowAndChange() {
    let difference = difference(
      [pairs(tokyo): .items(["key-1": "a", "key-2": "b", "key-3": "c"])],
      [pairs(tokyo): .items(["key-1": "a", "key-2": "x", "key-4": "d"])]
    )
    #expect(
      difference.texts == [
        "*key-2: b > x (changed)", "*key-3: c > no (removed)", "*key-4: no > d (added)",
      ]
    )
    #expect(difference.rows.map(\.region) == [tokyo, tokyo, tokyo])
    #expect(difference.rows[0].label.ja == "キーペア")
    #expect(difference.isStale)
  }

  @Test func whatCountsStandsFirst() {
    let difference = difference(
      [pairs(tokyo): .items(["z": "a"]), uses(tokyo): .items(["old i-1": ""])],
      [pairs(tokyo): .items(["z": "b"]), uses(tokyo): .items([:])]
    )
    #expect(difference.texts == ["*z: a > b (changed)", "old i-1: yes > no (removed)"])
  }

  @Test func whatDoesNotCountPutsNothingInQuestion() {
    let difference = difference(
      [uses(tokyo): .items(["old i-1": ""])],
      [uses(tokyo): .items([:])]
    )
    #expect(difference.texts == ["old i-1: yes > no (removed)"])
    #expect(!difference.isStale)
  }

  @Test func losingSightCounts() {
    let difference = difference([pairs(tokyo): .items(["k": "a"])], [pairs(tokyo): .unreadable])
    #expect(difference.texts == ["*: 1 > not visible (lost)"])
    #expect(difference.isStale)
  }

  @Test func gainingSightDoesNot() {
    let difference = difference([pairs(tokyo): .unreadable], [pairs(tokyo): .items(["k": "a"])])
    #expect(difference.texts == [": not visible > 1 (found)"])
    #expect(!difference.isStale)
  }

  @Test func neverSeeingIsNoChange() {
    #expect(difference([pairs(tokyo): .unreadable], [pairs(tokyo): .unreadable]).rows.isEmpty)
  }

  @Test func losingTheListOfRegionsLosesEachRegion() {
    let difference = difference(
      [pairs(tokyo): .items([:]), pairs(virginia): .items(["k": "a"])],
      [.init("keyPairs"): .unreadable]
    )
    #expect(
      difference.texts == ["*: 0 > not visible (lost)", "*: 1 > not visible (lost)"]
    )
  }

  @Test func aRegionThatIsNotScannedAnyMoreIsNotCompared() {
    let difference = difference(
      [pairs(tokyo): .items(["k": "a"]), pairs(virginia): .items(["l": "b"])],
      [pairs(tokyo): .items(["k": "a"])]
    )
    #expect(difference.rows.isEmpty)
  }

  @Test func aNewRegionIsComparedWithNothing() {
    let difference = difference(
      [pairs(tokyo): .items([:])],
      [pairs(tokyo): .items([:]), pairs(virginia): .items(["k": "a"])]
    )
    #expect(difference.texts == ["*k: no > a (added)"])
    #expect(difference.rows.map(\.region) == [virginia])
  }

  @Test func aNewRegionThatCannotBeReadWasNotReadableBefore() {
    let difference = difference(
      [pairs(tokyo): .items([:])],
      [pairs(tokyo): .items([:]), pairs(virginia): .unreadable]
    )
    #expect(difference.rows.isEmpty)
  }

  @Test func oneThingMayComeIntoSightOrOutOfIt() {
    let difference = difference(
      [pairs(tokyo): .items(["a": "?", "b": "x"])],
      [pairs(tokyo): .items(["a": "x", "b": "?"])]
    )
    #expect(
      difference.texts == ["*b: x > not visible (lost)", "a: not visible > x (found)"]
    )
  }

  @Test func everyChangeHasWords() {
    for change in MaterialDifference.Change.allCases {
      for language in Language.allCases {
        #expect(change.words[language].isSafeOnScreen)
      }
    }
  }

  private func pairs(_ region: Region) -> MaterialFacts.Group { .init("keyPairs", in: region) }
  private func uses(_ region: Region) -> MaterialFacts.Group { .init("keyUses", in: region) }

  private func difference(
    _ then: [MaterialFacts.Group: MaterialFacts.Content],
    _ now: [MaterialFacts.Group: MaterialFacts.Content]
  ) -> MaterialDifference {
    MaterialDifference(of: "ASC 09", then: MaterialFacts(then), now: MaterialFacts(now))
  }
}
