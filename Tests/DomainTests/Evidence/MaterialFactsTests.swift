import Domain
import Testing

struct MaterialFactsTests {
  private let facts = MaterialFacts([
    .init("keyPairs", in: "us-east-1"): .unreadable,
    .init("keyPairs", in: "ap-northeast-1"): .items(["key-2": "b", "key-1": "踏み台"]),
    .init("budgets"): .items([:]),
  ])

  @Test func isWrittenSorted() {
    #expect(
      String(decoding: facts.canonicalJSON, as: UTF8.self)
        == #"{"budgets":{},"keyPairs@ap-northeast-1":{"key-1":"踏み台","key-2":"b"},"#
        + #""keyPairs@us-east-1":"?"}"#
    )
  }

  @Test func theDigestIsThatOfTheJSON() {
    #expect(facts.digest == Digest.hex(Digest.sha256(facts.canonicalJSON)))
    #expect(
      MaterialFacts().digest == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    )
  }

  /// The same on every machine, in every locale and for ever: attestations carry it.
  @Test func theDigestOfTheseFactsIsThisOne() {
    #expect(facts.digest == "873784561805cc38cfab6a652a6c8f018c15827d019455fe6c3a32cb225ce510")
  }

  @Test func theDigestDoesNotDependOnTheOrderOfReading() {
    let things = (0..<50).map { ("thing-\($0)", "\($0)") }
    let forth = Dictionary(uniqueKeysWithValues: things)
    let back = Dictionary(uniqueKeysWithValues: things.reversed())
    #expect(
      MaterialFacts([.init("a"): .items(forth)]).digest
        == MaterialFacts([.init("a"): .items(back)]).digest
    )
  }

  @Test func whatCouldNotBeReadIsNotWhatWasEmpty() {
    let empty = MaterialFacts([.init("budgets"): .items([:])])
    #expect(empty.digest != MaterialFacts([.init("budgets"): .unreadable]).digest)
    #expect(empty.digest != MaterialFacts().digest)
  }

  @Test(arguments: ["budgets", "keyPairs@ap-northeast-1"])
  func aGroupReadsItsOwnName(text: String) {
    #expect(MaterialFacts.Group(parsing: text).description == text)
  }

  @Test func aGroupKnowsItsRegion() {
    let group = MaterialFacts.Group(parsing: "keyPairs@eu-west-1")
    #expect(group == MaterialFacts.Group("keyPairs", in: "eu-west-1"))
    #expect(MaterialFacts.Group(parsing: "budgets").region == nil)
  }
}
