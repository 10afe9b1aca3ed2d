import Testing

@testable import StateStore

struct JSONTextTests {
  @Test func isSortedAndLegible() {
    let tree = JSON.object([
      "version": .number(1),
      "accounts": .object([
        "1": .object([
          "rows": .object(["ASC 07": .object(["pass": .number(3), "alert": .number(1)])]),
          "history": .array([]),
          "regions": .array([.string("a"), .string("b")]),
        ])
      ]),
      "nothing": .null,
    ])
    #expect(
      String(decoding: tree.text, as: UTF8.self) == """
        {
          "accounts": {
            "1": {
              "history": [],
              "regions": ["a", "b"],
              "rows": {
                "ASC 07": {"alert": 1, "pass": 3}
              }
            }
          },
          "nothing": null,
          "version": 1
        }

        """
    )
  }

  @Test func breaksWhatIsLongerThanALine() {
    let tree = JSON.object(["a": .array([.string(String(repeating: "x", count: 100))])])
    let lines = String(decoding: tree.text, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 5)
  }

  @Test func readsBackWhatItWrote() throws {
    let tree = JSON.object([
      "日本\u{202E}\"": .array([.bool(false), .number("1e400"), .string("\u{0}\n🗾")]),
      "b": .object(["c": .array([.array([.array([])]), .object([:])])]),
    ])
    #expect(try JSON(parsing: tree.text) == tree)
  }

  @Test(arguments: [
    (2.412, "2.412"), (0.1 + 0.2, "0.3"), (1, "1.0"), (.infinity, "0"), (.nan, "0"),
  ])
  func writesNoNumberThatJSONDoesNotHave(_ value: Double, _ expected: String) {
    #expect(JSON.number(value) == .number(expected))
  }
}
