import Domain
import Testing

@testable import Checks

struct GuideTests {
  private static let rows = Catalog.checks.map(\.id)

  private static let headings: [Language: [String]] = [
    .english: [
      "Why it matters", "What to do", "What it costs", "What may break", "How to check",
      "Equivalents", "Links",
    ],
    .japanese: [
      "なぜ重要か", "対応手順", "費用", "影響と注意", "確認方法", "他の基準との対応", "参考リンク",
    ],
  ]

  /// What a reader puts in place of each is the same in every guide.
  private static let placeholders: Set<String> = [
    "ACCESS_KEY_ID", "ACCOUNT_ID", "AVAILABILITY_ZONE", "BUCKET", "DISTRIBUTION_ID",
    "HOME_REGION", "INSTANCE_ID", "KEY_NAME", "KMS_KEY_ID", "LOG_BUCKET", "LOG_GROUP",
    "POLICY_ARN", "POLICY_NAME", "PROFILE_NAME", "REGION", "ROLE_NAME", "SECURITY_GROUP_ID",
    "SNAPSHOT_ID", "TRAIL_NAME", "USER_NAME", "VOLUME_ID", "VPC_ID",
  ]

  @Test func thereAreSeventeen() {
    #expect(Self.rows.count == 17)
  }

  @Test(arguments: rows, Language.allCases)
  func beginsWithTheTitleOfItsRow(_ row: CheckID, _ language: Language) throws {
    let check = try #require(Catalog.check(row))
    #expect(lines(row, language).first == "# \(row) \(check.title[language])")
  }

  @Test(arguments: rows, Language.allCases)
  func hasItsSectionsInOrder(_ row: CheckID, _ language: Language) {
    let headings = lines(row, language).filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    #expect(headings.map(String.init) == Self.headings[language])
  }

  @Test(arguments: rows, Language.allCases)
  func noSectionIsEmpty(_ row: CheckID, _ language: Language) {
    let texts = lines(row, language).filter { !$0.isEmpty }
    for (line, next) in zip(texts, texts.dropFirst() + ["# the end"]) where line.hasPrefix("#") {
      #expect(!next.hasPrefix("#") || line.hasPrefix("# "), "\(line)")
    }
    #expect(texts.last?.hasPrefix("#") == false)
  }

  @Test(arguments: rows, Language.allCases)
  func showsCommands(_ row: CheckID, _ language: Language) {
    let blocks = Guide.markdown(of: row, in: language).split(separator: "```sh\n").dropFirst()
      .map { $0.prefix(while: { $0 != "`" }) }
    #expect(!blocks.isEmpty)
    for block in blocks {
      #expect(block.contains(/\S/))
    }
  }

  @Test(arguments: rows, Language.allCases)
  func namesItsPlaceholdersAsEveryGuideDoes(_ row: CheckID, _ language: Language) {
    let strays = placeholders(row, language).subtracting(Self.placeholders)
    #expect(strays.isEmpty)
  }

  @Test(arguments: rows)
  func bothLanguagesAskForTheSame(_ row: CheckID) {
    #expect(placeholders(row, .english) == placeholders(row, .japanese))
  }

  @Test(arguments: rows, Language.allCases)
  func linksToAWS(_ row: CheckID, _ language: Language) {
    let text = Guide.markdown(of: row, in: language)
    #expect(text.contains("https://docs.aws.amazon.com/"))
  }

  private func lines(_ row: CheckID, _ language: Language) -> [Substring] {
    Guide.markdown(of: row, in: language).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func placeholders(_ row: CheckID, _ language: Language) -> Set<String> {
    let matches = Guide.markdown(of: row, in: language).matches(of: /<([A-Za-z][\w-]*)>/)
    return Set(matches.map { String($0.1) })
  }
}
