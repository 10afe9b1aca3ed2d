import Domain
import FoundationEssentials
import Reports
import TerminalUI

/// Tables of findings and exceptions in one language, every cell harmless.
struct WrittenWords {
  let language: Language
  let dates: DateWords

  /// For tables that reports make.
  var page: Reports.Page {
    Reports.Page(
      language,
      width: 80,
      isColored: false,
      typography: Typography(
        width: { $0.displayWidth },
        wrapped: { $0.wrapped(toWidth: $1) },
        sanitized: { $0.sanitized },
        age: { [dates] in dates.age(of: $0) },
        date: { [dates] in dates.date($0) },
        dateAndTime: { [dates] in dates.dateAndTime($0) }
      )
    )
  }

  private func heads(_ texts: [Text]) -> [String] { texts.map { $0[language] } }

  // MARK: Findings

  private static let findingHeads = [
    Text(en: "State", ja: "状態"), Text(en: "Resource", ja: "リソース"),
    Text(en: "Region", ja: "リージョン"), Text(en: "Reason", ja: "理由"),
    Text(en: "First seen", ja: "初検出"), Text(en: "Last seen", ja: "最終検出"),
    Text(en: "Accepted until", ja: "例外の期限"), Text(en: "ARN", ja: "ARN"),
  ]

  func table(of records: [FindingRecord], _ exceptions: RowExceptions) -> Table {
    Table(
      heads: heads(Self.findingHeads),
      rows: records.map { cells(of: $0, exceptions.suppression(of: $0)) }
    )
  }

  private func cells(of record: FindingRecord, _ suppression: Suppression?) -> [String] {
    let finding = record.finding
    let resource = finding.resource
    return [
      Mark(finding).words[language], resource.label(in: language),
      resource.region?.name.sanitized ?? "global",
      FindingText(record, language, width: 80).shortReason,
      date(record.firstSeen), date(record.lastSeen),
      suppression.map { date($0.lastMoment) } ?? "", resource.arn.sanitized,
    ]
  }

  private func date(_ date: Date) -> String { dates.date(date)[language] }

  // MARK: Exceptions

  private static let exceptionHeads = [
    Text(en: "State", ja: "状態"), Text(en: "For", ja: "対象"), Text(en: "Covers", ja: "件数"),
    Text(en: "Recorded", ja: "登録日"), Text(en: "Until", ja: "期限"),
    Text(en: "Person", ja: "登録者"), Text(en: "Reason", ja: "理由"), Text(en: "Id", ja: "ID"),
  ]

  func table(of suppressions: [Suppression], _ record: AccountRecord) -> Table {
    Table(heads: heads(Self.exceptionHeads), rows: suppressions.map { cells(of: $0, record) })
  }

  private func cells(of suppression: Suppression, _ record: AccountRecord) -> [String] {
    [
      suppression.state(at: dates.now).words[language],
      suppression.scope.words[language].sanitized, "\(record.covered(by: suppression.id))",
      date(suppression.recordedAt), date(suppression.lastMoment), suppression.person.sanitized,
      suppression.reason.sanitized, suppression.id.sanitized,
    ]
  }
}
