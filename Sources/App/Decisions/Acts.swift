import Domain

/// What was decided since the program was started, in the order it can be taken back.
///
/// Two stacks, as editors have them: what takes an act back goes onto the other one, and a new act
/// empties that.
package struct Acts: Equatable, Sendable {
  private var done: [Act] = []
  private var undone: [Act] = []
  /// Whether nothing else has been asked for since the last one.
  private(set) var isFresh = false

  package init() {}

  /// What would be taken back, or done again.
  func next(_ direction: Direction) -> Act? {
    direction == .back ? done.last : undone.last
  }

  mutating func add(_ act: Act) {
    guard !act.entries.isEmpty else { return }
    done.append(act)
    undone = []
    isFresh = true
  }

  /// Takes in the entries that undid the next one.
  mutating func turn(_ direction: Direction, _ entries: [LogEntry]) {
    guard let act = drop(direction) else { return }
    let reverse = Act(entries, act.words)
    if direction == .back { undone.append(reverse) } else { done.append(reverse) }
    isFresh = true
  }

  /// Forgets the next one, which nothing can undo any more.
  @discardableResult
  mutating func drop(_ direction: Direction) -> Act? {
    direction == .back ? done.popLast() : undone.popLast()
  }

  mutating func age() {
    isFresh = false
  }
}
