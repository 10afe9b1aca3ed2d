/// A cursor in a list that follows an item and not a row number.
///
/// When the list changes under it, by a refresh, a filter or a sort, the cursor stays on the same
/// item; when that is gone, it goes to the nearest one after it that is still there.
package struct Selection<ID: Hashable & Sendable>: Sendable {
  package enum Motion: Hashable, Sendable {
    case previous, next
    case halfPageUp, halfPageDown
    case pageUp, pageDown
    case first, last
  }

  package private(set) var ids: [ID]
  /// Where the cursor stands in `ids`; 0 when the list is empty.
  package private(set) var index = 0
  /// How many rows the list has on screen.
  package var height: Int {
    didSet { scroll() }
  }
  private var top = 0

  package init(_ ids: [ID] = [], height: Int = 20) {
    self.ids = ids
    self.height = height
  }

  package var id: ID? {
    ids.indices.contains(index) ? ids[index] : nil
  }

  /// The rows to draw in a list of `height` rows, the cursor's among them.
  package func visible(height: Int) -> Range<Int> {
    let top = Self.top(top, showing: index, of: ids.count, in: height)
    return top..<min(ids.count, top + max(0, height))
  }

  /// Puts another list under the cursor.
  ///
  /// Gives the item that the cursor had to leave because it is no longer there.
  @discardableResult
  package mutating func replace(with newIDs: [ID]) -> ID? {
    let oldIDs = ids
    let oldID = id
    let oldIndex = index
    ids = newIDs
    defer { scroll(keeping: oldIndex - top) }
    if let found = oldID.flatMap(newIDs.firstIndex(of:)) {
      index = found
      return nil
    }
    index = indexNearest(to: oldIndex, of: oldIDs)
    return oldID
  }

  /// Puts a list of other items under the cursor, and the cursor on one of them.
  package mutating func exchange(for newIDs: [ID], index newIndex: Int) {
    let distance = index - top
    ids = newIDs
    index = min(max(0, newIndex), max(0, newIDs.count - 1))
    scroll(keeping: distance)
  }

  /// False when the item is not in the list.
  @discardableResult
  package mutating func select(_ id: ID) -> Bool {
    guard let found = ids.firstIndex(of: id) else { return false }
    index = found
    scroll()
    return true
  }

  package mutating func move(_ motion: Motion) {
    switch motion {
    case .previous: move(by: -1)
    case .next: move(by: 1)
    case .halfPageUp: move(by: -max(1, height / 2))
    case .halfPageDown: move(by: max(1, height / 2))
    case .pageUp: move(by: -max(1, height - 1))
    case .pageDown: move(by: max(1, height - 1))
    case .first: move(by: -ids.count)
    case .last: move(by: ids.count)
    }
  }

  package mutating func move(by rows: Int) {
    index = min(max(0, index + rows), max(0, ids.count - 1))
    scroll()
  }

  /// Scrolls the list; the cursor goes along only where it would leave the screen.
  package mutating func roll(by rows: Int) {
    guard !ids.isEmpty else { return }
    top = max(0, min(top + rows, ids.count - height))
    index = min(max(index, top), min(ids.count, top + max(1, height)) - 1)
  }

  /// Puts the cursor on what stands in a line on screen, the first being 0.
  package mutating func click(line: Int) -> Click {
    let shown = visible(height: height)
    guard line >= 0, line < shown.count else { return .nothing }
    let place = shown.lowerBound + line
    guard place != index else { return .selectedItem }
    index = place
    return .item
  }

  /// What stands nearest after the old place and is still there, else nearest before it.
  private func indexNearest(to oldIndex: Int, of oldIDs: [ID]) -> Int {
    guard !oldIDs.isEmpty, !ids.isEmpty else { return 0 }
    return indexOfFirst(of: oldIDs[oldIndex...])
      ?? indexOfFirst(of: oldIDs[..<oldIndex].reversed()[...])
      ?? min(oldIndex, ids.count - 1)
  }

  /// Where the first of the candidates stands that is in the list.
  ///
  /// Few are looked for at first: the nearest is seldom far, and lists may have 100,000 items.
  private func indexOfFirst(of candidates: ArraySlice<ID>) -> Int? {
    var rest = candidates
    var count = 64
    while !rest.isEmpty {
      let ranks = Dictionary(zip(rest.prefix(count), 0...)) { first, _ in first }
      var best: (rank: Int, index: Int)?
      for (index, id) in ids.enumerated() {
        guard let rank = ranks[id], rank < best?.rank ?? .max else { continue }
        best = (rank, index)
        if rank == 0 { break }
      }
      if let best { return best.index }
      rest = rest.dropFirst(count)
      count *= 16
    }
    return nil
  }

  /// Leaves the cursor as far from the top of the screen as it was.
  private mutating func scroll(keeping distance: Int) {
    top = index - distance
    scroll()
  }

  private mutating func scroll() {
    top = Self.top(top, showing: index, of: ids.count, in: height)
  }

  private static func top(_ top: Int, showing index: Int, of count: Int, in height: Int) -> Int {
    let height = max(1, height)
    let showing = min(max(top, index - height + 1), index)
    return max(0, min(showing, count - height))
  }
}
