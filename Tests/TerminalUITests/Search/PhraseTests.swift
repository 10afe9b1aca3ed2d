import TerminalUI
import Testing

struct PhraseTests {
  @Test func findsWordsWhateverTheirWidthCaseAndKana() {
    #expect(Phrase("KMS").columns(in: "the kms key, a ＫＭＳ key") == [4..<7, 15..<21])
    #expect(Phrase("ばけっと").columns(in: "S3バケット") == [2..<10])
    #expect(Phrase("バケット").columns(in: "S3ﾊﾞｹｯﾄ") == [2..<7])
  }

  @Test func takesSpacesAsTheyStand() {
    #expect(Phrase("a b").columns(in: "ab a b") == [3..<6])
  }

  @Test func findsNothingForNothing() {
    #expect(Phrase("").columns(in: "text").isEmpty)
    #expect(Phrase("x").columns(in: "").isEmpty)
  }
}
