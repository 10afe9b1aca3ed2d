import TerminalUI
import Testing

struct FilterQueryColumnsTests {
  @Test func findsWordsWhateverTheirWidthCaseAndKana() {
    #expect(FilterQuery("KMS").columns(in: "the kms key, a ＫＭＳ key") == [4..<7, 15..<21])
    #expect(FilterQuery("ばけっと").columns(in: "S3バケット") == [2..<10])
    #expect(FilterQuery("バケット").columns(in: "S3ﾊﾞｹｯﾄ") == [2..<7])
  }

  @Test func takesSpacesAsTheyStandBetweenQuotes() {
    #expect(FilterQuery("\"a b\"").columns(in: "ab a b") == [3..<6])
    #expect(FilterQuery("b x").columns(in: "xab") == [2..<3, 0..<1])
  }

  @Test func findsPatterns() {
    #expect(FilterQuery("/gp[23]/").columns(in: "型 GP3 and gp4") == [3..<6])
    #expect(FilterQuery("/x*/").columns(in: "abc").isEmpty)
  }

  @Test func findsNothingInLinesThatDoNotMatch() {
    #expect(FilterQuery("a !b").columns(in: "a b").isEmpty)
    #expect(FilterQuery("").columns(in: "text").isEmpty)
    #expect(FilterQuery("x").columns(in: "").isEmpty)
  }
}
