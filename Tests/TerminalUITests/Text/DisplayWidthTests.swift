import Glibc
import Testing

@testable import TerminalUI

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("暗号化", 6), ("ｱｶｳﾝﾄ", 5), ("か\u{3099}", 2), ("ー・〜～「」", 12),
    ("e\u{301}", 1), ("\u{200B}\u{202E}\u{FE0F}", 0), ("\u{1F600}", 2), ("한글", 4), ("\u{7}", 0),
  ])
  func countsCells(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func knowsWhatSomeTerminalsDrawWider() {
    for text in [
      "\u{2026}", "\u{2013}", "\u{2192}", "\u{25CF}", "\u{2500}", "\u{203B}", "\u{2460}",
    ] {
      #expect(text.hasAmbiguousWidth)
    }
    #expect(!"AWSセキュリティ [OK] 「適合」ー・、。".hasAmbiguousWidth)
  }

  /// On everything that libc has a width for and the sanitizer lets through.
  @Test func agreesWithLibc() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    defer { freelocale(locale) }
    let previous = uselocale(locale)
    defer { uselocale(previous) }
    let wcwidth = try libcWidth()
    var wrong: [String] = []
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !scalar.isHidden || scalar.displayWidth == 0 else {
        continue
      }
      let theirs = Int(wcwidth(Int32(bitPattern: value)))
      guard theirs >= 0, theirs != scalar.displayWidth else { continue }
      wrong.append("\(String(value, radix: 16)) ours \(scalar.displayWidth) libc \(theirs)")
    }
    #expect(wrong == [])
  }

  /// A function that Swift's Glibc module leaves out.
  private func libcWidth() throws -> @convention(c) (Int32) -> Int32 {
    let symbol = try #require(dlsym(nil, "wcwidth"))
    return unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
  }
}
