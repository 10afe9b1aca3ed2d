import Testing

@testable import AWSOperations

struct CSVTests {
  @Test func splitsRecordsAndFields() {
    #expect(CSV.records(in: "a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
  }

  @Test func theLastLineNeedsNoEnd() {
    #expect(CSV.records(in: "a,b\r\n1,") == [["a", "b"], ["1", ""]])
  }

  @Test func quotedFieldsHoldCommasQuotesAndLines() {
    #expect(CSV.records(in: "\"a,\"\"b\"\"\nc\",d\n") == [["a,\"b\"\nc", "d"]])
  }

  @Test func quotedFieldsMayBeEmpty() {
    #expect(CSV.records(in: "\"\",x\n") == [["", "x"]])
  }

  @Test func emptyLinesAreNoRecords() {
    #expect(CSV.records(in: "\n\na\n\n") == [["a"]])
    #expect(CSV.records(in: "") == [])
  }
}
