import Domain
import Testing

@testable import Reports

struct TableTests {
  @Test func isWrittenAsSpreadsheetsReadIt() {
    let table = Table(heads: ["a", "b"], rows: [["1", "two, three"], ["say \"so\"", ""]])
    #expect(table.csv(in: .english) == "a,b\r\n1,\"two, three\"\r\n\"say \"\"so\"\"\",\r\n")
    #expect(table.csv(in: .japanese).hasPrefix("\u{FEFF}a,b\r\n"))
  }

  @Test(arguments: ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "＝1"])
  func showsFormulasAndDoesNotCarryThemOut(_ cell: String) {
    let table = Table(heads: ["a"], rows: [[cell]])
    #expect(table.csv(in: .english) == "a\r\n'\(cell)\r\n")
  }

  @Test func isWrittenAsMarkdownWithoutMarksOfItsCells() {
    let table = Table(heads: ["a"], rows: [["x|y*z"]])
    #expect(table.markdown == "| a |\n| --- |\n| x\\|y\\*z |\n")
  }

  @Test func knowsItsFormats() {
    #expect(TableFormat(named: "markdown") == .md)
    #expect(TableFormat(named: "csv") == .csv)
    #expect(TableFormat(named: "pdf") == nil)
  }
}
