import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// Records what a person judged about a manual row.
package struct AttestScreen: Page {
  package static let name = Text(en: "recording an evaluation", ja: "評価の記録")

  enum Field: CaseIterable {
    case verdict, note, link, reviewer, date
  }

  let row: CheckID
  /// Rows that the same words answer.
  let others: [CheckID]
  private let isRenewal: Bool
  package private(set) var surroundings: Surroundings?
  private(set) var focus: Field = .verdict
  private(set) var outcome: Attestation.Outcome?
  private(set) var note = TextField(lines: .several)
  private(set) var link = TextField()
  private(set) var reviewer = TextField()
  private(set) var date = TextField()
  private var untouched = Untouched()
  private(set) var isSaving = false
  private var isLent = false
  private let restored: FormDraft?

  /// What stood in the form when it was opened.
  private struct Untouched {
    var outcome: Attestation.Outcome?
    var (note, link, reviewer, date) = ("", "", "", "")
  }

  /// Goes on with what was typed before, if anything was.
  package init(
    _ row: CheckID,
    _ draft: FormDraft? = nil,
    others: [CheckID] = [],
    isRenewal: Bool = false
  ) {
    self.row = row
    self.others = others
    self.isRenewal = isRenewal
    restored = draft
  }

  /// What has been typed so far; `nil` when nothing was.
  var draft: FormDraft? {
    guard isDirty else { return nil }
    return FormDraft(
      outcome: outcome?.rawValue,
      note: note.text,
      link: link.text,
      reviewer: reviewer.text,
      date: date.text
    )
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    if self.surroundings == nil {
      let board = surroundings.board
      reviewer.text = board.reviewer
      date.text = board.dates.date(board.now).en
      if isRenewal { repeatLast(of: board.attestations(of: row)) }
      untouched = Untouched(
        outcome: outcome,
        note: note.text,
        link: link.text,
        reviewer: reviewer.text,
        date: date.text
      )
      if let restored { restore(restored) }
    }
    self.surroundings = surroundings
    return nil
  }

  private mutating func repeatLast(of attestations: [Attestation]) {
    guard let last = attestations.first else { return }
    outcome = last.outcome
    note.text = last.note
    link.text = last.link ?? ""
    focus = .note
  }

  private mutating func restore(_ draft: FormDraft) {
    outcome = draft.outcome.flatMap(Attestation.Outcome.init)
    note.text = draft.note
    link.text = draft.link
    reviewer.text = draft.reviewer
    date.text = draft.date
  }

  /// Goes on editing, after what was handed over could not be written down.
  mutating func resume() {
    isSaving = false
  }

  // MARK: Commands

  package enum Command: CaseIterable, Sendable {
    case record
    case nextField
    case previousField
    case nextVerdict
    case previousVerdict
    case edit
    case cancel
  }

  package static let keymap: [KeyBinding<Command>] = [
    KeyBinding(
      .control("s"),
      command: .record,
      hint: Text(en: "record", ja: "記録"),
      help: Text(en: "record the evaluation", ja: "評価を記録"),
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
      weight: 30
    ),
    KeyBinding(
      .control("o"),
      command: .edit,
      hint: Text(en: "editor", ja: "エディタ"),
      help: Text(en: "the note in $EDITOR", ja: "所見を $EDITOR で編集"),
      weight: 60
    ),
    KeyBinding(
      .right,
      " ",
      command: .nextVerdict,
      hint: Text(en: "verdict", ja: "判定"),
      help: Text(en: "the next verdict", ja: "次の判定を選ぶ")
    ),
    KeyBinding(
      .left,
      command: .previousVerdict,
      hint: Text(en: "verdict", ja: "判定"),
      help: Text(en: "the verdict before", ja: "前の判定を選ぶ")
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
    guard isSaving, [.record, .edit].contains(command) else { return nil }
    return Text(en: "it is being recorded; please wait", ja: "記録しています。お待ちください")
  }

  package var isTyping: Bool { focus != .verdict }

  package var isForm: Bool { true }

  package var isDirty: Bool {
    outcome != untouched.outcome || note.text != untouched.note || link.text != untouched.link
      || reviewer.text != untouched.reviewer || date.text != untouched.date
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .record: return record()
    case .nextField: move(by: 1)
    case .previousField: move(by: -1)
    case .nextVerdict: choose(by: 1)
    case .previousVerdict: choose(by: -1)
    case .edit: (focus, isLent) = (.note, true)
    case .cancel: return isDirty ? .ask(.discard(then: .close)) : .close
    }
    return nil
  }

  package var textToEdit: String? { isLent ? note.text : nil }

  package mutating func edited(_ text: String?) {
    isLent = false
    if let text { note.text = text }
  }

  package mutating func typed(_ key: Key) -> Bool {
    switch focus {
    case .verdict: false
    case .note: note.press(key, width: noteWidth)
    case .link: link.press(key)
    case .reviewer: reviewer.press(key)
    case .date: date.press(key)
    }
  }

  package mutating func pasted(_ text: String) {
    switch focus {
    case .verdict: break
    case .note: note.paste(text)
    case .link: link.paste(text)
    case .reviewer: reviewer.paste(text)
    case .date: date.paste(text)
    }
  }

  private mutating func move(by step: Int) {
    let fields = Field.allCases
    let here = fields.firstIndex(of: focus) ?? 0
    focus = fields[(here + step + fields.count) % fields.count]
  }

  private mutating func choose(by step: Int) {
    focus = .verdict
    let outcomes = Attestation.Outcome.allCases
    let here = outcome.flatMap { outcomes.firstIndex(of: $0) } ?? (step > 0 ? -1 : outcomes.count)
    outcome = outcomes[min(max(0, here + step), outcomes.count - 1)]
  }

  /// Hands the draft over, or says what is missing and goes there.
  private mutating func record() -> Step? {
    if let (field, words) = objection {
      focus = field
      return .say(words)
    }
    guard let outcome, let attestedAt else { return nil }
    isSaving = true
    var draft = draft(of: row, outcome, attestedAt)
    draft.others = others.map { self.draft(of: $0, outcome, attestedAt) }
    return .record(draft)
  }

  /// With the facts that the row's reviewer has before them.
  private func draft(
    of row: CheckID,
    _ outcome: Attestation.Outcome,
    _ attestedAt: Date
  ) -> AttestationDraft {
    let link = link.text.trimmed
    return AttestationDraft(
      row: row,
      outcome: outcome,
      note: note.text.trimmed,
      reviewer: reviewer.text.trimmed,
      link: link.isEmpty ? nil : link,
      attestedAt: attestedAt,
      facts: surroundings?.board.row(row)?.judgement.evidence?.evidence.material
    )
  }

  private var objection: (Field, Text)? {
    if outcome == nil {
      (.verdict, Text(en: "choose a verdict with Left and Right", ja: "判定を左右キーで選んでください"))
    } else if note.text.trimmed.isEmpty {
      (.note, Text(en: "a note is required: what was looked at?", ja: "所見は必須です。確認した内容を書いてください"))
    } else if reviewer.text.trimmed.isEmpty {
      (.reviewer, Text(en: "a reviewer is required", ja: "評価者は必須です"))
    } else if attestedAt == nil {
      (.date, Text(en: "the date must be like 2026-06-11", ja: "評価日は 2026-06-11 のように入力してください"))
    } else if isInFuture {
      (.date, Text(en: "the date may not be in the future", ja: "評価日に未来の日付は使えません"))
    } else {
      nil
    }
  }

  /// Now when it was today; else when the day began.
  var attestedAt: Date? {
    guard let board = surroundings?.board else { return nil }
    let typed = date.text.trimmed
    if typed == board.dates.date(board.now).en { return board.now }
    return board.dates.zone.beginning(ofDay: typed)
  }

  private var isInFuture: Bool {
    guard let board = surroundings?.board, let attestedAt else { return false }
    return attestedAt > board.now
  }

  // MARK: What is shown

  var noteWidth: Int { max(8, AttestLayout.formWidth(of: surroundings?.width ?? 80) - 5) }

  package func draw(on canvas: inout Canvas, in language: Language) {
    AttestDrawing(self, language)?.draw(on: &canvas)
  }
}

extension Question {
  static func discard(then step: Step) -> Question {
    Question(
      Text(en: "Discard what you typed?", ja: "入力内容を破棄しますか"),
      yes: Text(en: "discard", ja: "破棄"),
      step: step
    )
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
