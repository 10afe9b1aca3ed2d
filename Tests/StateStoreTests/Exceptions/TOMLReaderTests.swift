import Testing

@testable import StateStore

struct TOMLReaderTests {
  @Test func readsTablesKeysAndComments() throws {
    let reader = try TOMLReader(
      """
      # a file
      version = 1   # of the format

      [[exception]]
      reason = "a \\"quoted\\" word\\nand \\u3042"\r
      resource = 'C:\\new'
      until = 2026-09-30
        [ exception.ended ]
      recorded = 2026-09-30T15:00:00Z
      """
    )
    #expect(reader.tables.map(\.name) == ["", "exception", "exception.ended"])
    #expect(reader.tables.map(\.isElement) == [false, true, false])
    #expect(reader.tables[0].entries["version"] == .init(value: .integer(1), line: 2))
    let fields = reader.tables[1].entries.mapValues(\.value)
    #expect(fields["reason"] == .string("a \"quoted\" word\nand あ"))
    #expect(fields["resource"] == .string("C:\\new"))
    #expect(fields["until"] == .date("2026-09-30"))
    #expect(reader.tables[2].entries["recorded"]?.value == .instant("2026-09-30T15:00:00Z"))
  }

  @Test(
    arguments: [
      ("exception", .notUnderstood), ("[exception", .notUnderstood), ("[a]]", .afterwards),
      ("\"quoted key\" = 1", .notUnderstood), ("a.b = 1", .notUnderstood), ("a =", .noValue("a")),
      ("a = # b", .noValue("a")), ("a = \"b", .unendedString), ("a = 'b", .unendedString),
      ("a = \"\"\"", .severalLines), ("a = '''b'''", .severalLines), ("a = [1]", .list),
      ("a = { b = 1 }", .list), ("a = true", .number("true")), ("a = 1.5", .number("1.5")),
      ("a = 0x10", .number("0x10")), ("a = 2026-02-30", .notADate("2026-02-30")),
      ("a = 2026-09-30T15:00:00+09:00", .notADate("2026-09-30T15:00:00+09:00")),
      ("a = 10:00:00", .notADate("10:00:00")), ("a = \"\\e\"", .escape("\\e")),
      ("a = \"\\uD800\"", .escape("\\uD800")), ("a = \"b\u{1}\"", .control),
      ("a = 'b\u{7f}'", .control), ("a = 1 b = 2", .afterwards), ("a = \"b\" c", .afterwards),
    ] as [(String, TOMLFault.Kind)]
  )
  func refusesEverythingElseWithItsLine(_ line: String, _ kind: TOMLFault.Kind) {
    #expect(throws: TOMLFault(line: 2, kind: kind)) { try TOMLReader("b = 1\n\(line)") }
  }

  @Test func refusesAKeyThatStandsTwice() {
    #expect(throws: TOMLFault(line: 2, kind: .doubleKey("a"))) { try TOMLReader("a = 1\na = 2") }
  }
}
