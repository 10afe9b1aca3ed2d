import Testing

@testable import StateStore

struct JSONScannerTests {
  @Test(arguments: [
    (#""""#, ""),
    (#""日本語 🗾 é""#, "日本語 🗾 é"),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u65e5\u672C\ud83d\uDDFE\u0000""#, "日本🗾\u{0}"),
  ])
  func readsEveryEscape(_ text: String, _ expected: String) throws {
    #expect(try string(text) == expected)
    #expect(try JSON(parsing: Array(text.utf8)) == .string(expected))
  }

  @Test(arguments: [
    #""open"#, #""\"#, #""\x""#, #""\u12""#, #""\u12g4""#, #""\ud83d""#, #""\ud83dx""#,
    #""\ud83d\u0041""#, #""\udDFE""#, "\"a\nb\"", "\"\u{1}\"", #""\u+123""#, #""\ud83d\"#,
  ])
  func refusesAStringThatIsNone(_ text: String) {
    #expect(throws: JSONScanner.Fault.self) { try string(text) }
  }

  @Test(arguments: ["0", "-0", "7", "-12.50", "1e5", "1E-5", "12345678901234567890.10e+007"])
  func keepsANumberAsItIsWritten(_ text: String) throws {
    #expect(try JSON(parsing: Array(text.utf8)) == .number(text))
  }

  @Test(arguments: [
    "", "-", "01", "-01", ".5", "1.", "1e", "1e+", "+1", "0x1", "NaN", "nul", "truely", "1 2",
    "[1,]",
    "[,]", "[1", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{1:2}", "]", "'a'",
  ])
  func refusesWhatIsNotJSON(_ text: String) {
    #expect(throws: JSONScanner.Fault.self) { try JSON(parsing: Array(text.utf8)) }
  }

  @Test func readsSpaceAnywhere() throws {
    let text = " { \"a\" : [ 1 , true ,false,null, { } , [ ] ] }\r\n\t"
    #expect(
      try JSON(parsing: Array(text.utf8))
        == .object([
          "a": .array([.number(1), .bool(true), .bool(false), .null, .object([:]), .array([])])
        ])
    )
  }

  private func string(_ text: String) throws -> String {
    var scanner = JSONScanner(Array(text.utf8))
    return try scanner.string()
  }
}
