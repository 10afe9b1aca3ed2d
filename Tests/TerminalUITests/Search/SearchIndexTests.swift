import TerminalUI
import Testing

struct SearchIndexTests {
  private let rows = ["vol-1 gp3 東京", "vol-2 io2 大阪", "", "vol-3 gp3 大阪", "bucket ログ"]

  @Test(arguments: [
    "", "vol", "gp3 大阪", "!gp3", "vol !大阪", "ろぐ", "nothing", "!vol !ログ", "3 vol", "l-1 gp3 ",
  ])
  func findsWhatTheQueryMatches(text: String) {
    let query = FilterQuery(text)
    #expect(
      SearchIndex(rows).rows(matching: query) == rows.indices.filter { query.matches(rows[$0]) }
    )
  }

  @Test func neverMatchesAcrossRows() {
    #expect(SearchIndex(["ab", "cd"]).rows(matching: FilterQuery("bc")) == [])
    #expect(SearchIndex(["ab", "cd"]).rows(matching: FilterQuery("\"b c\"")) == [])
  }

  @Test func worksWithoutRows() {
    #expect(SearchIndex([]).rows(matching: FilterQuery("a")) == [])
    #expect(SearchIndex([]).count == 0)
  }

  @Test func agreesWithASlowSearch() {
    let rows = (0..<3_000).map { "r\($0 * 7919 % 1000) \($0 % 3 == 0 ? "ログ" : "log") x" }
    let index = SearchIndex(rows)
    for text in ["99", "r1 !log", "ろぐ 5", "\"0 ログ\"", "x", "!x"] {
      let query = FilterQuery(text)
      #expect(
        index.rows(matching: query) == rows.indices.filter { query.matches(rows[$0]) },
        "\(text)"
      )
    }
  }

  @Test func stopsOnceTheAnswerIsNotWanted() {
    let index = SearchIndex(Array(repeating: "a", count: 5_000))
    #expect(index.rows(matching: FilterQuery("a"), isStale: { true }) == nil)
  }
}
