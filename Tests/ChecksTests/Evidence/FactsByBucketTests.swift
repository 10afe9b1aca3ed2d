import Checks
import Domain
import Testing

struct FactsByBucketTests {
  @Test(arguments: [["a", "b", "d"], ["d", "a", "b"]])
  func findsFactsByName(_ names: [String]) {
    let facts = FactsByBucket(names, names.map { Fact.known("of \($0)") })
    for name in names { #expect(facts[name]?.get(or: "") == "of \(name)") }
    for name in ["", "c", "e"] { #expect(facts[name] == nil) }
  }

  @Test func ofANameThatComesTwiceTheFirstCounts() {
    let facts = FactsByBucket(["b", "a", "b"], [.known(1), .known(2), .known(3)])
    #expect(facts["b"]?.get(or: 0) == 1)
  }

  @Test func factsComeAndGo() {
    var facts: FactsByBucket<Int> = ["b": .known(1)]
    facts["a"] = .known(2)
    facts["b"] = .known(3)
    #expect(facts["a"]?.get(or: 0) == 2)
    #expect(facts["b"]?.get(or: 0) == 3)
    facts["a"] = nil
    #expect(facts["a"] == nil)
    facts["b"] = nil
    #expect(facts.isEmpty)
  }
}

extension Fact {
  fileprivate func get(or other: Value) -> Value {
    if case .known(let value) = self { value } else { other }
  }
}
