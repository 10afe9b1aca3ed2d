import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// Accepts findings, or a pattern of them, with a reason, a person and an end.
package struct ExceptScreen: Page {
  package static let name = Text(en: "accepting findings", ja: "例外の登録")

  /// What the exception is to be about.
  package enum Subject: Equatable, Sendable {
    /// Findings of one row, at least one.
    case findings(CheckID, [FindingRecord])
    /// A pattern; of no row in particular without one.
    case row(CheckID?)
    case renewal(Suppression.ID)
  }

  /// What of the findings is meant.
  enum Kind: CaseIterable {
    case findings
    case pattern
    /// The whole regions they are in, which scans then leave out.
    case regions
  }

  enum Field: CaseIterable {
    case scope, row, region, resource, reason, person, until
  }

  /// How far ahead the end lies unless somebody types another.
  private static let usualTerm: TimeInterval = 90 * 86_400

  let subject: Subject
  private(set) var surroundings: Surroundings?
  private(set) var focus = Field.reason
  private(set) var kind = Kind.findings
  /// The regions that may be put out of scope: those in which AWS refused to tell.
  let regions: [Region]
  private(set) var fields: [Field: TextField] = [.reason: TextField(lines: .several)]
  /// How many findings of the last scans it would cover; `nil` while they are counted.
  private(set) var covered: Int? = 0
  private var counting: CoverageCount?
  private var errands: [Step] = []
  private var untouched: [Field: TextField] = [:]

  package init(_ subject: Subject) {
    self.subject = subject
    regions = subject.refusedRegions
    switch subject {
    case .row: kind = .pattern
    case .findings(_, let records)
    where !regions.isEmpty && records.allSatisfy(\.finding.isRefusedRegionWide):
      kind = .regions
    case .findings, .renewal: break
    }
  }

  /// What there is to choose from; one alone is no choice.
  var kinds: [Kind] {
    switch subject {
    case .findings: regions.isEmpty ? [.findings, .pattern] : Kind.allCases
    case .row: [.pattern]
    case .renewal: []
    }
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    let isFirst = self.surroundings == nil
    self.surroundings = surroundings
    if isFirst { fill(surroundings.board) }
    return nil
  }

  package mutating func takeErrands() -> [Step] {
    defer { errands = [] }
    return errands
  }

  /// Another count may be wanted by now.
  mutating func take(_ count: Int, of job: CoverageCount) {
    if job == counting { covered = count }
  }

  private mutating func fill(_ board: Board) {
    fields[.person] = TextField(board.reviewer)
    let end = board.now.addingTimeInterval(Self.usualTerm)
    fields[.until] = TextField(board.dates.date(end).en)
    switch subject {
    case .findings(let row, let records):
      let resource = records.first?.finding.resource
      fields[.row] = TextField(row.number)
      fields[.region] = TextField((resource?.region ?? Suppression.Pattern.global).name)
      fields[.resource] = TextField(records.count == 1 ? resource?.name ?? "" : "*")
    case .row(let row):
      for field in [Field.row, .region, .resource] { fields[field] = TextField() }
      fields[.row]?.text = row?.number ?? ""
      focus = .row
    case .renewal(let id):
      fields[.reason]?.text = board.record?.log.suppression(id)?.reason ?? ""
      focus = .until
    }
    untouched = fields
    count()
  }

  // MARK: Commands

  package enum Command: CaseIterable, Sendable {
    case record
    case nextField
    case previousField
    case nextScope
    case previousScope
    case cancel
  }

  package static let keymap: [KeyBinding<Command>] = [
    KeyBinding(
      .control("s"),
      command: .record,
      hint: Text(en: "record", ja: "記録"),
      help: Text(en: "record the exception", ja: "例外を記録"),
      weight: 90
    ),
    KeyBinding(
      .tab,
      .down,
      .enter,
      command: .nextField,
      hint: Text(en: "next field", ja: "次の欄"),
      help: Text(en: "to the next field", ja: "次の欄へ"),
      weight: 80
    ),
    KeyBinding(
      .shiftTab,
      .up,
      command: .previousField,
      hint: Text(en: "field before", ja: "前の欄"),
      help: Text(en: "to the field before", ja: "前の欄へ"),
      weight: 60
    ),
    KeyBinding(
      .right,
      " ",
      command: .nextScope,
      hint: Text(en: "other scope", ja: "対象を変更"),
      help: Text(en: "accept another scope", ja: "例外の対象を切り替える")
    ),
    KeyBinding(
      .left,
      command: .previousScope,
      hint: Text(en: "scope before", ja: "前の対象"),
      help: Text(en: "the scope before", ja: "前の対象に戻す")
    ),
    KeyBinding(
      .escape,
      command: .cancel,
      hint: Text(en: "cancel", ja: "中止"),
      help: Text(en: "leave without recording", ja: "記録せずに戻る"),
      weight: 70
    ),
  ]

  package func refusal(of command: Command) -> Text? {
    switch (command, subject) {
    case (.nextScope, .renewal), (.previousScope, .renewal):
      Text(
        en: "a renewal keeps what the exception is for; Tab goes on",
        ja: "更新では対象を変更できません。Tab で次の欄へ"
      )
    case (.nextScope, .row), (.previousScope, .row):
      Text(
        en: "mark findings and press x to accept only those",
        ja: "検出を選択して x を押すと、その検出だけを指定できます"
      )
    default: nil
    }
  }

  package var isTyping: Bool { focus != .scope }
  package var isDirty: Bool { fields != untouched }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .record: return record()
    case .nextField: move(by: 1)
    case .previousField: move(by: -1)
    case .nextScope: choose(1)
    case .previousScope: choose(-1)
    case .cancel: return isDirty ? .ask(.discard(then: .close)) : .close
    }
    return nil
  }

  package mutating func typed(_ key: Key) -> Bool {
    let width = reasonWidth
    return fields[focus]?.press(key, width: width) ?? false
  }

  package mutating func pasted(_ text: String) {
    fields[focus]?.paste(text)
  }

  /// The fields there are for what is accepted.
  var shown: [Field] {
    switch subject {
    case .renewal: [.reason, .person, .until]
    case .row: [.row, .region, .resource, .reason, .person, .until]
    case .findings where kind == .pattern: Field.allCases
    case .findings: [.scope, .reason, .person, .until]
    }
  }

  private mutating func move(by step: Int) {
    let here = shown.firstIndex(of: focus) ?? 0
    focus = shown[(here + step + shown.count) % shown.count]
    count()
  }

  private mutating func choose(_ step: Int) {
    let here = kinds.firstIndex(of: kind) ?? 0
    kind = kinds[min(max(0, here + step), kinds.count - 1)]
    focus = .scope
    count()
  }

  private mutating func count() {
    guard let board = surroundings?.board else { return }
    let form = ExceptForm(self, board)
    if let known = form.coveredAtSight {
      (covered, counting) = (known, nil)
      return
    }
    let job = CoverageCount(of: form.scope, on: board)
    guard job != counting else { return }
    counting = job
    covered = job.isLong ? nil : job.carriedOut()
    if job.isLong { errands.append(.count(job)) }
  }

  /// Hands the decision over, or says what is missing and goes there.
  private mutating func record() -> Step? {
    guard let board = surroundings?.board else { return nil }
    count()
    let form = ExceptForm(self, board)
    if let (field, words) = form.objection {
      focus = field
      return .say(words)
    }
    guard let decision = form.decision else { return nil }
    guard covered ?? 2 > 1, kind != .regions, case .except = decision else {
      return .decide(decision)
    }
    return .ask(
      Question(acceptance, yes: Text(en: "accept", ja: "登録"), step: .decide(decision))
    )
  }

  private var acceptance: Text {
    let until = text(.until)
    guard let count = covered?.withSeparators else {
      return Text(
        en: "Accept all findings that fit the pattern until \(until)?",
        ja: "パターンに一致するすべての検出を \(until) まで例外として登録しますか"
      )
    }
    return Text(
      en: "Accept \(count) findings until \(until)?",
      ja: "\(count)件の検出を \(until) まで例外として登録しますか"
    )
  }

  // MARK: What is shown

  func text(_ field: Field) -> String { fields[field]?.text.trimmed ?? "" }
  var reasonWidth: Int { max(8, (surroundings?.width ?? 80) - 5) }

  package func draw(on canvas: inout Canvas, in language: Language) {
    ExceptDrawing(self, language)?.draw(on: &canvas)
  }
}

extension ExceptScreen.Subject {
  /// What offers regions is not many findings: there is about one for a region and a row.
  private static let lookedAt = 1_000

  /// Where AWS refused to tell; none unless that holds of all the findings.
  fileprivate var refusedRegions: [Region] {
    guard case .findings(_, let records) = self, records.count <= Self.lookedAt else { return [] }
    let regions = records.map(\.finding.refusedRegion)
    return regions.contains(nil) ? [] : Set(regions.compactMap { $0 }).sorted()
  }
}
