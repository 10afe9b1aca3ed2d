import Checks
import Domain
import TerminalUI

/// What can be done with findings, wherever they are shown.
struct FindingActions {
  let row: CheckID
  let findings: Findings
  /// One, or all that are marked.
  let places: [Int]
  let surroundings: Surroundings

  /// Deciding what a menu offers looks at no more findings than this.
  private static let lookedAt = 1_000

  private var first: FindingRecord? { places.first.map { findings.records[$0] } }

  // MARK: Copying

  var menu: Menu<CopyForm> {
    let name = first?.finding.resource.name.sanitized.truncatedMiddle(toWidth: 40) ?? ""
    let count = places.count.withSeparators
    let title =
      places.count > 1
      ? Text(en: "copy \(count) marked", ja: "選択中の\(count)件をコピー")
      : Text(en: "copy \(name)", ja: "\(name) をコピー")
    return Menu(title, CopyForm.menu.map { Menu.Item($0, refusal: refusal(of: $0.command)) })
  }

  private func refusal(of form: CopyForm) -> Text? {
    let seen = places.prefix(Self.lookedAt).lazy.map { findings.records[$0].finding }
    switch form {
    case .url where seen.allSatisfy({ ConsolePage.url(of: $0.resource) == nil }):
      return Self.noPage
    case .commands
    where seen.allSatisfy({ CommandOutline.commands(for: $0, of: row).isEmpty }):
      return Text(en: "there is nothing to put right; <o> is the guide", ja: "直す点がないため手順案はありません")
    default: return nil
    }
  }

  func copy(_ form: CopyForm) -> Step {
    .copy(
      Copying(
        row: row,
        findings: findings,
        places: places,
        form: form,
        language: surroundings.language,
        zone: surroundings.board.dates.zone
      )
    )
  }

  // MARK: Accepting

  var refusalOfException: Text? {
    let seen = places.prefix(Self.lookedAt).map { findings.records[$0] }
    return Refusal.except(seen, in: surroundings.board)
  }

  /// Of those marked that something can be accepted of.
  var except: Step? {
    let records = places.map { findings.records[$0] }.filter(\.finding.canBeExcepted)
    return records.isEmpty ? nil : .open(.except(.findings(row, records)))
  }

  private var suppression: Suppression? {
    first.flatMap { surroundings.board.row(row)?.exceptions.suppression(of: $0) }
  }

  var standing: StandingDecision? {
    StandingDecision(of: suppression, on: surroundings.board)
  }

  // MARK: Looking elsewhere

  var refusalOfConsole: Text? {
    first.flatMap { ConsolePage.url(of: $0.finding.resource) } == nil ? Self.noPage : nil
  }

  var openConsole: Step? {
    first.flatMap { ConsolePage.url(of: $0.finding.resource) }.map { .browse($0) }
  }

  var openRecord: Step? {
    first.map { .open(.record(row, $0)) }
  }

  static let noPage = Text(
    en: "the console has no page for this; <y> copies its ARN",
    ja: "コンソールに該当ページがありません。<y> でARNをコピーできます"
  )
}

/// Keys that mean the same wherever findings are shown.
extension KeyBinding {
  static func copy(_ command: Command) -> Self {
    Self(
      "y",
      command: command,
      hint: Text(en: "copy", ja: "コピー"),
      help: Text(en: "copy (yy: the ARN)", ja: "コピー (yy でARN)"),
      weight: 66
    )
  }

  static func plainText(_ command: Command) -> Self {
    Self(
      "Y",
      command: command,
      hint: Text(en: "plain text", ja: "文字だけ表示"),
      help: Text(en: "text alone, to select", ja: "文字だけの表示"),
      weight: 20
    )
  }

  static func record(_ command: Command) -> Self {
    Self(
      "J",
      command: command,
      hint: Text(en: "record", ja: "元データ"),
      help: Text(en: "the record as JSON", ja: "元データ (JSON)"),
      weight: 38
    )
  }

  static func console(_ command: Command) -> Self {
    Self(
      "O",
      command: command,
      hint: Text(en: "console", ja: "コンソール"),
      help: Text(en: "AWS console page", ja: "AWSコンソールのページ"),
      weight: 42
    )
  }

  static func nextMatch(_ command: Command) -> Self {
    Self(
      "n",
      command: command,
      hint: Text(en: "next match", ja: "次の一致"),
      help: Text(en: "to the next match", ja: "次の一致へ")
    )
  }

  static func previousMatch(_ command: Command) -> Self {
    Self(
      "N",
      command: command,
      hint: Text(en: "match before", ja: "前の一致"),
      help: Text(en: "to the match before", ja: "前の一致へ")
    )
  }
}
