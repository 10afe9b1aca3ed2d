import Testing

@testable import TerminalUI

struct MarkdownTests {
  @Test func laysOutEveryKindOfBlock() {
    let source = """
      # EBSの暗号化

      スナップショットを読める人が、
      データも読めます。

      ## What to do

      1. Make a snapshot
         of the volume.
      2. Copy it.
      - one
        - two

      ```sh
      aws ec2 copy-snapshot   --encrypted
      # not a heading
      ```
      """
    #expect(
      Markdown(source).lines(width: 20).map(\.text) == [
        "EBSの暗号化", "",
        "スナップショットを読", "める人が、データも読", "めます。", "",
        "What to do", "",
        "1. Make a snapshot", "   of the volume.", "2. Copy it.", "- one", "  - two", "",
        "  aws ec2", "  copy-snapshot", "  --encrypted", "  # not a heading",
      ]
    )
  }

  @Test func stylesCodeAndBold() {
    #expect(
      MarkdownParser.styled("run `aws s3` **now** `x")
        == StyledLine([
          .init("run "), .init("aws s3", Style(.accent)), .init(" "), .init("now", .bold),
          .init(" `x"),
        ])
    )
    #expect(
      Markdown("# a").lines(width: 9) == [StyledLine("a", Style(bold: true, underlined: true))]
    )
    #expect(Markdown("## a").lines(width: 9) == [StyledLine("a", .bold)])
  }

  @Test func takesWhatIsNotMarkdownAsText() {
    #expect(Markdown("#tag\n").lines(width: 30).map(\.text) == ["#tag"])
    #expect(Markdown("3.5 GiB -x").lines(width: 30).map(\.text) == ["3.5 GiB -x"])
    #expect(Markdown("").lines(width: 30) == [])
  }
}
