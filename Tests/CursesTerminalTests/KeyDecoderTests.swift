import TerminalUI
import Testing

@testable import CursesTerminal

struct KeyDecoderTests {
  @Test func putsCharactersTogether() {
    #expect(keys(Array("aé漢\u{1F600}".utf8)) == ["a", "é", "漢", "\u{1F600}"])
  }

  @Test func dropsWhatIsNoCharacter() {
    #expect(keys([0xFF, 0x80, 0x61]) == ["a"])
    #expect(keys([0xE6, 0x97, 0x61]) == ["a"])
    #expect(keys([0xC2, 0x9B, 0x61]) == ["a"])
  }

  @Test func namesControlCharacters() {
    #expect(
      keys([1, 10, 13, 9, 127, 0, 28]) == [
        .control("a"), .control("j"), .enter, .tab, .backspace, .control(" "), .control("\\"),
      ]
    )
  }

  @Test func takesEscapeForAKeyOnlyWhenNothingFollows() {
    #expect(keys([27]) == [.escape])
    #expect(keys([27, 27]) == [.escape, .escape])
    #expect(keys(Array("\u{1B}xj".utf8)) == ["j"])
    #expect(keys(Array("\u{1B}[1;7Pj".utf8)) == ["j"])
    #expect(keys(Array("\u{1B}Opj".utf8)) == ["j"])
  }

  @Test func forgetsASequenceThatBreaksOff() {
    var decoder = KeyDecoder()
    #expect([27, 0x5B].compactMap { decoder.take($0) } == [])
    #expect(decoder.pause() == nil)
    #expect(decoder.take(0x6A) == .key("j"))
  }

  @Test(arguments: [
    ("<0;5;3M", Mouse.click(.init(column: 4, row: 2))), ("<64;1;1M", .wheel(-1)),
    ("<65;200;90M", .wheel(1)), ("<0;5;3m", nil), ("<2;5;3M", nil), ("<16;5;3M", nil),
    ("<0;5M", nil), ("<0;;3M", nil), ("<M", nil),
  ])
  func readsReportsOfTheMouse(report: String, mouse: Mouse?) {
    var decoder = KeyDecoder()
    let bytes = Array("\u{1B}[\(report)j".utf8)
    let outputs = bytes.compactMap { decoder.take(Int32($0)) }
    #expect(outputs == (mouse.map { [.mouse($0)] } ?? []) + [.key("j")])
  }

  @Test func waitsForTheRestOfAReport() {
    var decoder = KeyDecoder()
    #expect(Array("\u{1B}[<65;10".utf8).compactMap { decoder.take(Int32($0)) } == [])
    #expect(decoder.pause() == nil)
    #expect(Array(";4M".utf8).compactMap { decoder.take(Int32($0)) } == [.mouse(.wheel(1))])
    #expect(decoder.take(0x6A) == .key("j"))
  }

  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    let outputs = bytes.compactMap { decoder.take(Int32($0)) } + [decoder.pause()].compactMap { $0 }
    return outputs.compactMap { output in
      if case .key(let key) = output { key } else { nil }
    }
  }
}
