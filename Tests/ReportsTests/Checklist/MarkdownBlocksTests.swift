import Testing

@testable import Reports

struct MarkdownBlocksTests {
  @Test func readsHeadingsParagraphsListsAndCode() {
    let source = """
      # Title
      text
      goes on

      - a
      - b
        on
      1. c

      ```sh
      # no heading
      - no list

      ```
      #hash
      """
    #expect(
      MarkdownBlocks(source).blocks == [
        .heading("Title", level: 1), .paragraph("text\ngoes on"),
        .list(["a", "b\non"], isNumbered: false), .list(["c"], isNumbered: true),
        .code("# no heading\n- no list\n"), .paragraph("#hash"),
      ]
    )
  }

  @Test func aListGoesOnAfterABlankLineAsAnotherList() {
    let blocks = MarkdownBlocks("- a\n\n- b").blocks
    #expect(blocks == [.list(["a"], isNumbered: false), .list(["b"], isNumbered: false)])
  }

  @Test func codeWithoutAnEndIsCode() {
    #expect(MarkdownBlocks("```\na").blocks == [.code("a")])
  }

  @Test(arguments: [
    ("# A\n\ntext\n\n", "text"), ("# A", "# A"), ("text\n", "text\n"), ("## A\ntext", "## A\ntext"),
  ])
  func leavesOutTheTitle(_ source: String, _ expected: String) {
    #expect(MarkdownBlocks.withoutTitle(source) == expected)
  }
}
