import TerminalUI
import Testing

struct SanitizerTests {
  @Test func leavesOrdinaryTextAlone() {
    let text = "Name=web-3-data Owner=チームA (本番) é 한글"
    #expect(Sanitizer(text).text == text)
    #expect(!Sanitizer(text).hadHiddenCharacters)
  }

  @Test func showsControlCharacters() {
    #expect("\u{1B}[31mred\u{7}".sanitized == "\\x1B[31mred\\x07")
    #expect("\u{9B}2J\u{7F}".sanitized == "\\x9B2J\\x7F")
    #expect("\u{1B}]52;c;cm0=\u{1B}\\".sanitized == "\\x1B]52;c;cm0=\\x1B\\")
  }

  @Test func keepsOneLine() {
    #expect("ok\r\nalert\tx".sanitized == "ok\\r\\nalert x")
  }

  @Test func keepsParagraphsWhenAsked() {
    #expect(Sanitizer("ok\r\nalert\tx", as: .paragraphs).text == "ok\nalert x")
  }

  @Test func marksWhatTurnsOrHidesText() {
    for scalar in [
      "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{E000}", "\u{FFFF}",
    ] {
      let sanitizer = Sanitizer("a" + scalar + "b")
      #expect(sanitizer.text == "a?b")
      #expect(sanitizer.hadHiddenCharacters)
    }
  }

  @Test func takesEmojiSequencesApart() {
    #expect(Sanitizer("\u{1F468}\u{200D}\u{1F469}").text == "\u{1F468}\u{1F469}")
    #expect(Sanitizer("\u{26A0}\u{FE0F}").text == "\u{26A0}")
  }

  @Test func composesWhatMacsTakeApart() {
    let scalars = Array("か\u{3099}ハ\u{309A}\u{1112}\u{1161}\u{11AB}".sanitized.unicodeScalars)
    #expect(scalars == ["が", "パ", "한"])
  }

  @Test func allowsFourMarksOnABaseAndNoneAlone() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 50) + "b"
    #expect(Sanitizer(zalgo).text.unicodeScalars.count == 6)
    #expect(Sanitizer("\u{301}a").text == "?a")
  }

  @Test func cutsWhatIsTooLong() {
    #expect(Sanitizer(String(repeating: "a", count: 4096)).text.count == 4096)
    #expect(Sanitizer(String(repeating: "a", count: 4097)).text.hasSuffix("aa.."))
  }

  @Test func leavesOnlyPrintableCellsOfAnyBytes() {
    var random = SplitMix(state: 7)
    for _ in 0..<20_000 {
      let bytes = (0..<Int(random.next() % 24)).map { _ in UInt8(truncatingIfNeeded: random.next())
      }
      expectPrintable(Sanitizer(String(decoding: bytes, as: UTF8.self)).text)
      let scalars = (0..<6).compactMap { _ in Unicode.Scalar(UInt32(random.next() % 0x11_0000)) }
      expectPrintable(Sanitizer(String(String.UnicodeScalarView(scalars))).text)
    }
  }

  private func expectPrintable(_ text: String) {
    var canvas = Canvas(width: 400, height: 1)
    let end = canvas.write(text, row: 0)
    #expect(end == text.displayWidth)
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        Issue.record("U+\(String(scalar.value, radix: 16)) came through")
      default: break
      }
    }
  }
}

/// The same numbers on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
