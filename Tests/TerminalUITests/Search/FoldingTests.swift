import TerminalUI
import Testing

struct FoldingTests {
  @Test(arguments: [
    ("ＡＷＳ", "aws"), ("Vol-0F", "vol-0f"), ("ボリューム", "ぼりゅーむ"), ("ﾎﾞﾘｭｰﾑ", "ぼりゅーむ"),
    ("は\u{309A}", "ぱ"), ("ﾊﾟ", "ﾊ\u{309A}"), ("a\u{3000}b", "a b"), ("ÉCOLE", "école"),
    ("ヴ", "ゔ"), ("ｳﾞ", "ゔ"), ("Я", "я"), ("暗号", "暗号"),
  ])
  func foldsAlike(text: String, other: String) {
    #expect(FoldedText(text) == FoldedText(other))
  }

  @Test func keepsWhatDiffers() {
    #expect(FoldedText("か") != FoldedText("が"))
    #expect(FoldedText("a") != FoldedText("b"))
  }

  @Test func holdsNoLineBreak() {
    #expect(FoldedText("a\nb\tc").bytes == Array("a b c".utf8))
    #expect(FoldedText("あ\nb").bytes == Array("あ b".utf8))
  }
}
