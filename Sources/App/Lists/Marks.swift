import TerminalUI

/// Which findings are marked, whatever is shown of them and in which order.
///
/// Kept by place in the findings, because a hundred thousand may be marked at a key; what a scan
/// brings is looked up by identity once.
struct Marks: Sendable {
  private var isMarked: [Bool] = []
  private(set) var count = 0
  /// Where a range begins that grows with the cursor until it is settled.
  private(set) var anchor: Int?

  var isEmpty: Bool { count == 0 && anchor == nil }
  var places: [Int] { isMarked.indices.filter { isMarked[$0] } }

  func contains(_ place: Int) -> Bool {
    isMarked.indices.contains(place) && isMarked[place]
  }

  mutating func toggle(_ place: Int) {
    set(place, !contains(place))
  }

  mutating func insert(_ places: some Sequence<Int>) {
    for place in places { set(place, true) }
  }

  mutating func remove(_ places: some Sequence<Int>) {
    for place in places { set(place, false) }
  }

  mutating func clear() {
    self = Marks()
  }

  /// The same findings among other ones; those that are gone cannot be marked.
  mutating func move(from old: Findings?, to new: Findings) {
    guard !isEmpty, let old else { return }
    let (places, anchor) = (places, anchor)
    clear()
    insert(places.lazy.compactMap { new.place(of: old.ids[$0]) })
    self.anchor = anchor.flatMap { new.place(of: old.ids[$0]) }
  }

  private mutating func set(_ place: Int, _ isWanted: Bool) {
    if place >= isMarked.count {
      isMarked += Array(repeating: false, count: place + 1 - isMarked.count)
    }
    guard isMarked[place] != isWanted else { return }
    isMarked[place] = isWanted
    count += isWanted ? 1 : -1
  }

  // MARK: Ranges

  mutating func beginRange(at place: Int) {
    anchor = place
  }

  mutating func giveUpRange() {
    anchor = nil
  }

  /// The rows from where the range began to the cursor.
  func range(in selection: Selection<Int>) -> ClosedRange<Int>? {
    guard let anchor, let start = selection.ids.firstIndex(of: anchor) else { return nil }
    return min(start, selection.index)...max(start, selection.index)
  }

  /// Marks the range, and ends it.
  mutating func settleRange(in selection: Selection<Int>) {
    if let range = range(in: selection) { insert(selection.ids[range]) }
    anchor = nil
  }
}
