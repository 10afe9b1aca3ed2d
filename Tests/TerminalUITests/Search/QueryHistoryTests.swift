import TerminalUI
import Testing

struct QueryHistoryTests {
  @Test func goesBackAndForthAroundWhatStoodThere() {
    var history = QueryHistory()
    for query in ["one", "two", "three"] { history.remember(query) }
    #expect(history.older(than: "dra") == "three")
    #expect(history.older(than: "three") == "two")
    #expect(history.newer() == "three")
    #expect(history.newer() == "dra")
    #expect(history.newer() == nil)
  }

  @Test func stopsAtTheOldest() {
    var history = QueryHistory(["new", "old"])
    #expect(history.older(than: "") == "new")
    #expect(history.older(than: "new") == "old")
    #expect(history.older(than: "old") == nil)
    #expect(history.newer() == "new")
  }

  @Test func doesNotOfferWhatStandsThere() {
    var history = QueryHistory(["same", "other"])
    #expect(history.older(than: "same") == "other")
  }

  @Test func keepsTwentyOfThemAndNoneTwice() {
    var history = QueryHistory()
    for number in 1...25 { history.remember("q\(number)") }
    history.remember("q20")
    history.remember("  ")
    #expect(history.queries.count == 20)
    #expect(history.queries.prefix(2) == ["q20", "q25"])
    #expect(history.queries.filter { $0 == "q20" }.count == 1)
  }
}
