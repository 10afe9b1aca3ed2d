import Checks
import Domain

extension Job {
  /// What is said when it has ended whole.
  var report: [Text] {
    if isCutShort { return [] }
    let standings = phases.values.compactMap { phase in
      if case .judged(let summary, _) = phase { Standing(of: summary) } else { nil }
    }
    guard let first = standings.first else { return reportOfEvidence }
    if standings.count == 1, let row = phases.keys.first {
      return [
        Text(
          en: "\(row): \(first.tag) \(first.words.en)",
          ja: "\(row): \(first.tag) \(first.words.ja)"
        )
      ]
    }
    let bad = standings.filter(\.needsAction).count
    return [
      Text(
        en: "\(standings.count) rows are done, \(bad) need action",
        ja: "\(standings.count)項目を確認しました。要対応 \(bad)"
      )
    ]
  }

  private var reportOfEvidence: [Text] {
    phases.sorted { $0.key < $1.key }.compactMap { row, phase in
      guard case .gathered(let record) = phase else { return nil }
      let flags = record.evidence.flags.count
      return Text(
        en: "\(row): the facts are here, to look at first: \(flags)",
        ja: "\(row) の証跡を取得しました。要確認 \(flags)件"
      )
    }
  }
}
