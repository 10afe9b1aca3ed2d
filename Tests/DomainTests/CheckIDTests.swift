import Domain
import Testing

struct CheckIDTests {
  @Test(arguments: [
    "ASC 02-01", "asc-02-01", "02-01", "2-1", "asc2_1", "ASC02.01", " Asc 2 - 1 ", "002-001",
  ])
  func takesTheNumberHoweverItIsTyped(_ typed: String) {
    #expect(CheckID(typed)?.description == "ASC 02-01")
  }

  @Test(arguments: [("7", "ASC 07"), ("ASC 16", "ASC 16"), ("asc-07", "ASC 07")])
  func aRowWithoutPartsHasOneNumber(_ typed: String, _ expected: String) {
    #expect(CheckID(typed)?.description == expected)
  }

  @Test(arguments: [
    "", "ASC", "abc", "1-2-3", "ASC x", "0x7", "-", "1234", "七", "７", "+7", "CIS 7",
  ])
  func takesNothingElse(_ typed: String) {
    #expect(CheckID(typed) == nil)
  }

  @Test func sortsAsTheChecklistDoes() {
    let ids: [CheckID] = ["16", "02-02", "03", "02-01", "01", "10"]
    #expect(ids.sorted().map(\.number) == ["01", "02-01", "02-02", "03", "10", "16"])
  }
}
