import Checks
import Domain

/// The blank checklist, for people who review on paper or in a spreadsheet.
///
/// Every row with its criterion and its guide, and room for an answer.
package struct ChecklistDocument {
  let checks: [Check]
  let language: Language
  let guide: (CheckID) -> String

  /// `guide` gives a row's guide as Markdown, in that language.
  package init(
    _ checks: [Check],
    in language: Language,
    guide: @escaping (CheckID) -> String
  ) {
    self.checks = checks
    self.language = language
    self.guide = guide
  }

  package func text(as format: DocumentFormat) -> String {
    switch format {
    case .markdown: markdown
    case .html: html
    case .csv: csv
    }
  }

  var sections: [(title: String, checks: [Check])] {
    Check.Section.allCases.map { section in
      (section.title[language], checks.filter { $0.section == section })
    }
    .filter { !$0.1.isEmpty }
  }

  /// A row's words, with what they are called.
  func facts(of check: Check) -> [(name: String, words: String)] {
    [
      (Words.kind[language], Words.method(of: check)[language]),
      (Words.criterion[language], check.criterion[language]),
      (Words.why[language], check.why[language]),
      (Words.remedy[language], check.remedy[language]),
    ]
  }

  enum Words {
    static let title = Text(en: "AWS Security Checklist", ja: "AWSセキュリティチェックリスト")
    static let note = Text(
      en: "ascheck decides an automatic row from what AWS answers. A manual row is for a person "
        + "to judge, and to judge again within 180 days.",
      ja: "自動項目は AWS の応答から ascheck が判定します。"
        + "手動項目は人が評価し、180日以内に再評価します。"
    )
    static let number = Text(en: "Row", ja: "番号")
    static let section = Text(en: "Section", ja: "分野")
    static let item = Text(en: "Title", ja: "チェック項目")
    static let kind = Text(en: "Kind", ja: "種別")
    static let criterion = Text(en: "Alert when", ja: "アラートの基準")
    static let why = Text(en: "Why", ja: "理由")
    static let remedy = Text(en: "What to do", ja: "対応")
    static let guide = Text(en: "Guide", ja: "手順")
    /// What the reviewer fills in.
    static let answers = [
      Text(en: "Result", ja: "判定"), Text(en: "Note", ja: "所見"),
      Text(en: "Reviewer", ja: "評価者"), Text(en: "Date", ja: "評価日"),
    ]

    static func method(of check: Check) -> Text {
      check.isManual ? Text(en: "manual", ja: "手動") : Text(en: "automatic", ja: "自動")
    }
  }
}
