import TerminalUI
import Testing

@testable import App

struct TextTableTests {
  private let table = TextTable(
    columns: ["key", "region", "used by"],
    rows: [
      .init(cells: ["ops-2021", "ap-northeast-1", "5 running"], style: .bold),
      .init(cells: ["踏み台", "us-east-1", "-"]),
    ]
  )

  @Test func standsInColumnsWhereItFits() {
    #expect(
      table.lines(width: 40).map(\.text) == [
        "key       region          used by  ",
        "ops-2021  ap-northeast-1  5 running",
        "踏み台    us-east-1       -        ",
      ]
    )
  }

  @Test func goesOnBelowWhereAColumnIsTooNarrow() {
    let lines = table.lines(width: 33).map(\.text)
    #expect(lines.allSatisfy { $0.displayWidth == 33 })
    #expect(lines.joined().filter { $0 != " " }.contains("ops-2021"))
    let column = lines.dropFirst().prefix(2).map { $0.dropFirst(10).prefix(12) }
    #expect(column.joined().filter { $0 != " " } == "ap-northeast-1")
  }

  @Test func becomesLabelsAndValuesWhereItDoesNot() {
    #expect(
      table.lines(width: 24).map(\.text) == [
        "ops-2021", "  region: ap-northeast-1", "  used by: 5 running", "踏み台",
        "  region: us-east-1",
      ]
    )
  }

  @Test func aRowKeepsItsStyle() {
    #expect(table.lines(width: 40).map { $0.pieces[0].style.isBold } == [false, true, false])
  }
}
