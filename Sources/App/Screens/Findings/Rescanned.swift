import Checks
import Domain
import Scanner
import TerminalUI

/// One finding that is to be looked at again, and whose it is.
package struct FindingTarget: Equatable, Sendable {
  package let row: CheckID
  package let finding: Finding
  package let account: AccountID
  package let partition: Partition

  /// `nil` where the row is the least that can be scanned.
  var unit: UnitScope? {
    Catalog.check(row).flatMap { UnitScope($0, finding) }
  }
}

/// What looking at one finding again came to, for the screen.
package struct Rescanned: Sendable {
  package let target: FindingTarget
  private let outcome: UnitScan

  init(_ target: FindingTarget, _ outcome: UnitScan) {
    self.target = target
    self.outcome = outcome
  }

  /// Whether the row has to be scanned instead.
  var needsRow: Bool {
    if case .needsRow = outcome { true } else { false }
  }

  /// Whether there is something to write down, of which another message tells.
  var isJudged: Bool {
    if case .judged = outcome { true } else { false }
  }

  var words: Text {
    switch outcome {
    case .needsRow: Self.needsRow(target.row)
    case .unread(let finding):
      Text(en: "the old result stays. ", ja: "前回の結果を残します。") + finding.words
    case .judged(let result):
      words(of: result.rows.flatMap(\.findings).first { $0.resource == target.finding.resource })
    }
  }

  static func needsRow(_ row: CheckID) -> Text {
    Text(
      en: "this finding cannot be looked at alone; \(row) is re-run",
      ja: "この検出だけの確認はできないため、\(row) を再実行します"
    )
  }

  private func words(of finding: Finding?) -> Text {
    let before = target.finding
    guard let finding else {
      let name = before.resource.name.sanitized
      return Text(en: "\(name) is not there any more", ja: "\(name) はなくなりました")
    }
    if finding.reason == before.reason, finding.warnings == before.warnings {
      return Text(en: "unchanged: ", ja: "変化なし: ") + finding.words
    }
    return before.needsAction && !finding.needsAction
      ? Text(en: "fixed: ", ja: "解消: ") + finding.words
      : Text(en: "now: ", ja: "現在: ") + finding.words
  }
}

extension Finding {
  /// Why it is as it is, in a sentence.
  var words: Text {
    Text(en: words(in: .english), ja: words(in: .japanese))
  }

  private func words(in language: Language) -> String {
    let words = GapWords.sentence(for: self)?[language]
    return (words ?? reason.text(in: language, values: values)).sanitized
  }
}

extension Text {
  fileprivate static func + (left: Self, right: Self) -> Self {
    Self(en: left.en + right.en, ja: left.ja + right.ja)
  }
}
