import TerminalUI
import Testing

struct FuzzyQueryTests {
  @Test func findsLettersInOrder() {
    #expect(FuzzyQuery("rna").score(of: ["run-all"]) != nil)
    #expect(FuzzyQuery("arn").score(of: ["run-all"]) == nil)
    #expect(FuzzyQuery("さいじっ").score(of: ["再実行"]) == nil)
    #expect(FuzzyQuery("再行").score(of: ["再実行"]) != nil)
  }

  @Test func prefersWholeNamesThenBeginningsThenWords() {
    let names = ["quit", "quit-all", "do-quit", "acquitted", "queue-it"]
    let scores = names.map { FuzzyQuery("quit").score(of: [$0]) ?? 0 }
    #expect(scores == scores.sorted(by: >))
    #expect(Set(scores).count == names.count)
  }

  @Test func wantsEveryWordInSomeName() {
    let names = ["language-english", "English で表示"]
    #expect(FuzzyQuery("lang en").score(of: names) != nil)
    #expect(FuzzyQuery("表示 lang").score(of: names) != nil)
    #expect(FuzzyQuery("lang xyz").score(of: names) == nil)
  }

  @Test func matchesEverythingWithNothing() {
    #expect(FuzzyQuery(" ").isEmpty)
    #expect(FuzzyQuery("").score(of: ["a"]) == 0)
  }
}
