import Checks
import Domain
import TerminalUI

/// What a filter looks at in findings: everything in both languages, and some fields by name.
extension Findings {
  /// What may stand before a colon.
  package static let fields = ["region", "reason", "tag", "id", "state", "new"]

  static func index(of records: [FindingRecord]) -> SearchIndex {
    let reasons = records.map(\.finding.reasonWords)
    let columns: [String: Column] = [
      "region": Column(
        of: records.lazy.map { $0.finding.resource.region?.name ?? "global" },
        text: { $0 == "global" ? "global グローバル" : $0 },
        completion: { $0 }
      ),
      "reason": reasonColumn(records, reasons),
      "tag": Column(
        of: records.lazy.map { $0.finding.values["nameTag"] ?? "" },
        text: { $0.isEmpty ? "" : "name=\($0)" },
        completion: { $0.isEmpty ? nil : $0 }
      ),
      "id": Column(records.lazy.map(\.finding.resource.arn)),
      "state": Column(
        of: records.lazy.map { Mark($0.finding) },
        text: { "\($0.tag) \($0.words.en) \($0.words.ja)" },
        completion: { $0.words.en }
      ),
      "new": Column(
        of: records.lazy.map(\.isNew),
        text: { $0 ? "yes はい" : "no いいえ" },
        completion: { $0 ? "yes" : "no" }
      ),
    ]
    let texts = zip(records, reasons).lazy.map { $0.searchText(reason: $1) }
    return SearchIndex(texts, columns: columns)
  }

  private static func reasonColumn(_ records: [FindingRecord], _ words: [String]) -> Column {
    struct Key: Hashable {
      let code: String
      let words: String
    }
    let keys = zip(records, words).lazy.map { Key(code: $0.finding.reason.code, words: $1) }
    return Column(of: keys, text: { "\($0.code) \($0.words)" }, completion: { $0.code })
  }
}

extension Finding {
  /// The reason and what weakens a pass, with their values, in every language.
  fileprivate var reasonWords: String {
    let cause = values["cause"].flatMap(Gap.Cause.init)?.short
    let reasons = ([reason] + warnings).flatMap { reason in
      Language.allCases.map { reason.text(in: $0, values: values) }
    }
    return (reasons + [cause?.en, cause?.ja].compactMap { $0 }).joined(separator: " ")
  }
}

extension FindingRecord {
  fileprivate func searchText(reason: String) -> String {
    let mark = Mark(finding)
    let resource = finding.resource
    let words = [
      resource.arn, resource.region?.name ?? "", mark.tag, mark.words.en, mark.words.ja, reason,
    ]
    return (words + finding.values.pairs.map(\.value)).joined(separator: " ")
  }
}
