import TerminalUI
import Testing

struct FilterQueryTests {
  @Test(arguments: [
    ("", true), ("  ", true), ("gp3", true), ("GP3 tokyo", true), ("tokyo gp3", true),
    ("gp3 osaka", false), ("!osaka", true), ("!gp3", false), ("gp3 !tokyo", false), ("!", true),
    ("\"in tokyo\"", true), ("\"tokyo in\"", false), ("!\"in tokyo\"", false), ("\"in to", true),
    ("ボリューム", true), ("ぼりゅーむ", true), ("ﾎﾞﾘｭｰﾑ", true), ("ｇｐ３　ｔｏｋｙｏ", true), ("！ｇｐ３", false),
  ])
  func matches(query: String, isMatch: Bool) {
    #expect(FilterQuery(query).matches("gp3 in Tokyo ボリューム") == isMatch)
  }

  @Test func isEmptyWithoutWords() {
    #expect(FilterQuery(" ! \"\"").isEmpty)
    #expect(!FilterQuery("a").isEmpty)
  }
}
