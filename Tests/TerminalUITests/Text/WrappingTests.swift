import TerminalUI
import Testing

struct WrappingTests {
  @Test func breaksJapaneseAnywhere() {
    #expect("暗号化されていない".wrapped(toWidth: 8) == ["暗号化さ", "れていな", "い"])
  }

  @Test func keepsClosingMarksFromTheStartOfALine() {
    #expect("有効化する。次へ".wrapped(toWidth: 10) == ["有効化す", "る。次へ"])
    #expect("サーバー".wrapped(toWidth: 6) == ["サー", "バー"])
    #expect("記録しました(昨日)".wrapped(toWidth: 17) == ["記録しました(昨", "日)"])
  }

  @Test func keepsOpeningMarksFromTheEndOfALine() {
    #expect("次の「対応」を".wrapped(toWidth: 6) == ["次の", "「対", "応」を"])
    #expect("あい(う)".wrapped(toWidth: 5) == ["あい", "(う)"])
  }

  @Test func keepsWordsWhole() {
    #expect("remove the public grant".wrapped(toWidth: 12) == ["remove the", "public grant"])
    #expect("Amazon EBS 暗号化機能を使用".wrapped(toWidth: 15) == ["Amazon EBS 暗号", "化機能を使用"])
    #expect("全てのVPCを".wrapped(toWidth: 8) == ["全ての", "VPCを"])
  }

  @Test func cutsAWordLongerThanALine() {
    #expect("vol-0f31b2c47d9e".wrapped(toWidth: 6) == ["vol-0f", "31b2c4", "7d9e"])
    #expect("」」」」".wrapped(toWidth: 4) == ["」」", "」」"])
  }

  @Test func keepsLineBreaksAndIndentation() {
    #expect("a\n\n  b".wrapped(toWidth: 5) == ["a", "", "  b"])
    #expect("".wrapped(toWidth: 5) == [""])
  }

  @Test func neverExceedsTheWidth() {
    let text = "ASC 07 「暗号化」されたEBSボリューム(gp3、io2)を使用すること。Use encrypted volumes! あ aaaaaaaaaaaa）"
    for width in 2...40 {
      for line in text.wrapped(toWidth: width) { #expect(line.displayWidth <= width) }
      let letters = text.wrapped(toWidth: width).joined().filter { $0 != " " }
      #expect(letters == text.filter { $0 != " " })
    }
  }

  @Test func keepsStylesAcrossLines() {
    let line = StyledLine([.init("ab "), .init("cd ef", .bold)])
    #expect(
      line.wrapped(toWidth: 5) == [
        StyledLine([.init("ab "), .init("cd", .bold)]), StyledLine("ef", .bold),
      ]
    )
  }
}
