import Checks
import Domain
import Foundation
import Testing

@testable import Reports

struct ChecklistDocumentTests {
  private let guide = """
    # ASC 07 EBS volumes are encrypted

    ## What to do

    Use `aws <ec2>` & **never** give in. See:

    1. one
    2. two
       goes on

    - https://docs.aws.amazon.com/ebs/?a=1&b=2 and more

    ```sh
    # a comment, not a heading
    aws ec2 describe-volumes --query "Volumes[].[VolumeId]" <REGION>
    ```
    """

  @Test(arguments: Language.allCases, DocumentFormat.allCases)
  func isWrittenInEveryFormatAndLanguage(_ language: Language, _ format: DocumentFormat) throws {
    let document = ChecklistDocument(Check.samples, in: language) { _ in guide }
    try expectGolden(
      document.text(as: format),
      "checklist.\(language.rawValue).\(format.rawValue)"
    )
  }

  @Test func everyRowOfTheChecklistIsThere() {
    let document = ChecklistDocument(Catalog.checks, in: .japanese) { "guide of \($0)" }
    for format in DocumentFormat.allCases {
      let text = document.text(as: format)
      for check in Catalog.checks {
        let title = format == .markdown ? check.title.ja.escapedMarkdown : check.title.ja
        #expect(text.contains(title), "\(check.id) in \(format)")
        #expect(text.contains("guide of \(check.id)"), "\(check.id) in \(format)")
      }
    }
  }

  @Test func markdownMarksInWordsAreOnlyWords() {
    let words = #""Action":"*" in `a_b` [c](d) <e> \"#
    #expect(words.escapedMarkdown == #""Action":"\*" in \`a\_b\` \[c\](d) \<e\> \\"#)
  }

  @Test func aSpreadsheetReadsItBack() {
    let document = ChecklistDocument([.volumes], in: .english) { _ in "a \"b\", c\nd" }
    let lines = document.text(as: .csv).components(separatedBy: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("Row,Section,Title,Kind,Alert when,Why,What to do,Result,"))
    #expect(lines[1].hasSuffix(",,,,,\"a \"\"b\"\", c\nd\""))
    #expect(lines[1].contains(#""something is <wrong> & ""public""""#))
    #expect(lines[2] == "")
  }

  @Test func onlyJapaneseSpreadsheetsNeedAByteOrderMark() {
    let texts = Language.allCases.map { language in
      ChecklistDocument([.volumes], in: language) { _ in "" }.text(as: .csv).unicodeScalars.first
    }
    #expect(texts == ["R", "\u{FEFF}"])
  }

  @Test func htmlNeedsNothingFromElsewhere() {
    let html = ChecklistDocument(Check.samples, in: .english) { _ in guide }.text(as: .html)
    for word in ["<script", "<link", "<img", "src=", "@import", "url("] {
      #expect(!html.contains(word), "\(word)")
    }
  }
}
