import TerminalUI
import Testing

struct KeyFoldingTests {
  @Test(arguments: [
    ("ｊ" as Key, "j" as Key), ("？", "?"), ("：", ":"), ("\u{3000}", " "), ("・", "/"), ("･", "/"),
    ("！", "!"), ("～", "~"), ("j", "j"), ("あ", "あ"), ("é", "é"),
  ])
  func foldsWhatAnInputMethodMakes(typed: Key, meant: Key) {
    #expect(typed.folded == meant)
  }

  @Test func leavesOtherKeysAlone() {
    #expect(Key.up.folded == .up)
    #expect(Key.control("a").folded == .control("a"))
  }

  @Test func noticesTheInputMethod() {
    for key: Key in ["あ", "ア", "ｱ", "漢", "、"] { #expect(key.isFromInputMethod) }
    for key: Key in ["j", "ｊ", "・", "é", .enter] { #expect(!key.isFromInputMethod) }
  }
}
