import Domain
import FoundationEssentials
import StateStore

/// Handing over what people decide, and what becomes of it.
extension Session {
  mutating func record(_ draft: AttestationDraft) {
    guard let record else { return }
    perform(.record(draft, record.account, record.partition))
  }

  mutating func decide(_ decision: Decision) {
    guard let record, isFree() else { return }
    isDeciding = true
    perform(.decide(decision, record.account, record.partition))
  }

  /// What nothing can undo any more is forgotten, so that what was done before comes next.
  mutating func reverse(_ direction: Direction) {
    guard let record, isFree(), let act = acts[record.account]?.next(direction) else { return }
    let person = setup.reviewer(of: record)
    switch act.reversal(direction, in: record.log, by: person, at: now()) {
    case .success(let reversal):
      isDeciding = true
      perform(.reverse(reversal, record.account, record.partition))
    case .failure(let refusal):
      acts[record.account]?.drop(direction)
      let (problem, words) = (refusal.problem, act.words)
      router.say(
        Text(
          en: "\(words.en) stays: \(problem.en)",
          ja: "\(words.ja)は元に戻せません: \(problem.ja)"
        ),
        isProblem: true
      )
    }
  }

  /// One at a time: what comes next depends on what was written down.
  mutating func isFree() -> Bool {
    if isDeciding {
      router.say(Text(en: "it is being recorded; please wait", ja: "記録しています。お待ちください"))
    }
    return !isDeciding
  }

  /// Whatever else is asked for, what was done last is not what it is about.
  mutating func ageActs(after steps: [Step]) {
    guard let account = setup.state.currentAccount else { return }
    let isReversal = steps.contains { if case .reverse = $0 { true } else { false } }
    if !isReversal { acts[account]?.age() }
  }

  mutating func settle(_ message: Message) {
    switch message {
    case .attested(let draft, let entries, let state):
      keep(state)
      router.settleForm(of: draft.row, isWritten: true)
      add(entries)
      router.say(draft.receipt)
    case .decided(let decision, let entries, let state):
      isDeciding = false
      keep(state)
      router.settleDecision()
      add(entries)
      router.say(decision.receipt)
    case .reversed(let reversal, let entries, let state):
      isDeciding = false
      keep(state)
      if let account = record?.account { acts[account]?.turn(reversal.direction, entries) }
      router.say(reversal.receipt)
    case .undecided(let problem):
      isDeciding = false
      router.say(problem.words, isProblem: true)
    case .attestationFailed(let row, let problem):
      router.settleForm(of: row, isWritten: false)
      router.say(problem.words, isProblem: true)
    default: break
    }
  }

  private mutating func add(_ entries: [LogEntry]) {
    guard let record else { return }
    acts[record.account, default: Acts()].add(Act(entries, in: record.log))
  }
}
