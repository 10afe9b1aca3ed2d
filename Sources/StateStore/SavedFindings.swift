import Domain

/// The findings of an account's last scans, as far as they are still there.
package struct SavedFindings: Hashable, Sendable {
  package var rows: [CheckID: [FindingRecord]]
  /// Why there are none although a scan left some; a new scan brings them back.
  package var notice: Text?

  package init(rows: [CheckID: [FindingRecord]] = [:], notice: Text? = nil) {
    self.rows = rows
    self.notice = notice
  }
}

extension AccountRecord {
  /// The rows that were judged and whose findings a file does not hold.
  ///
  /// It happens where a file was lost and only some rows were scanned since.
  func rows(missingIn file: FindingsFile) -> [CheckID] {
    rows.filter { $0.value.counts.total > 0 && file.parts[$0.key] == nil }.keys.sorted()
  }
}

extension Text {
  static func lost(_ rows: [CheckID]) -> Self {
    let names = rows.map(\.description).joined(separator: ", ")
    return Self(
      en: "The findings of \(names) are lost. Scan again to see them.",
      ja: "\(names) の検出結果が失われています。再スキャンすると表示できます。"
    )
  }
}

extension FindingsFile.Fault {
  func notice(_ path: String) -> Text {
    switch self {
    case .missing:
      Text(
        en: "The findings file \(path) is missing. Scan again to see the findings.",
        ja: "検出結果のファイル \(path) がありません。再スキャンすると検出結果を表示できます。"
      )
    case .unreadable(let detail):
      Text(
        en: "The findings file \(path) cannot be read: \(detail). Scan again to see the findings.",
        ja: "検出結果のファイル \(path) を読み込めません: \(detail)。再スキャンすると検出結果を表示できます。"
      )
    case .damaged:
      Text(
        en: "The findings file \(path) is damaged. Scan again to see the findings.",
        ja: "検出結果のファイル \(path) が壊れています。再スキャンすると検出結果を表示できます。"
      )
    }
  }
}
