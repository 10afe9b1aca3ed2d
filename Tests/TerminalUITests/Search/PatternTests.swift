import Domain
import TerminalUI
import Testing

struct PatternTests {
  @Test(arguments: [
    ("/gp[23]/", true), ("/GP[23]/", true), ("/gp[45]/", false), ("!/gp[45]/", true),
    ("/^vol-\\d+ /", true), ("/^gp/", false), ("/tokyo$/", true), ("/\\D{4}1/", true),
    ("/とうきょう/", false), ("/ボリュ.ム/", true), ("/gp3 in/", true), ("gp3 /osaka|tokyo/", true),
    ("/a\\/b/", false), ("／ｇｐ３／", true),
  ])
  func matches(query: String, isMatch: Bool) {
    #expect(FilterQuery(query).matches("vol-1 gp3 in ボリューム Tokyo") == isMatch)
  }

  @Test(arguments: [
    ("/a(b/", "( has no )"), ("/a)/", ") has no ("), ("/[a/", "[ has no ]"),
    ("/*a/", "* has nothing to repeat"), ("/a|+/", "+ has nothing to repeat"),
    ("/a", "/ ends the pattern"), ("/a\\/", "/ ends the pattern"),
  ])
  func saysWhyAPatternIsNotUsed(query: String, why: String) {
    let query = FilterQuery(query)
    #expect(query.problem?.en == why)
    #expect(query.isEmpty)
  }

  @Test func isPlainTextUnlessItBeginsWithASlash() {
    #expect(!FilterQuery("volume/vol-1").hasPatterns)
    #expect(!FilterQuery("\"/a/\"").hasPatterns)
    #expect(FilterQuery("/a/").problem == nil)
  }
}
