import Domain
import TerminalUI

/// A text that is longer than the screen: scrolled, searched, and with places to stop at.
///
/// The arrows go from stop to stop while these are on screen, and on through the text.
struct LongText<Stop: Hashable & Sendable>: Sendable {
  struct Line: Sendable {
    var text: StyledLine
    /// What a key can be pressed on here; lines of one stop stand together.
    var stop: Stop?
    /// Whether it begins at the very edge, where terminals recognise addresses.
    var isFlush = false

    init(_ text: StyledLine, stop: Stop? = nil, isFlush: Bool = false) {
      self.text = text
      self.stop = stop
      self.isFlush = isFlush
    }
  }

  /// Long enough for any line.
  private static var unwrapped: Int { 10_000 }
  private static var sidewaysStep: Int { 8 }

  private(set) var lines: [Line] = []
  private(set) var scroll = Scroll()
  private(set) var stop: Stop?
  private(set) var search = TextSearch()
  private(set) var isWrapped = true
  private var shift = 0
  /// The line with the match that was found last.
  private var match: Int?

  /// The width that lines are to be made for.
  func width(on screen: Int) -> Int { isWrapped ? screen : Self.unwrapped }

  /// Puts another text in place, keeping the stop and the proportion read so far.
  mutating func show(_ lines: [Line], page: Int) {
    self.lines = lines
    if !stops.contains(where: { $0 == stop }) { stop = stops.first }
    scroll.fit(count: lines.count, page: page)
    search.look(in: lines.map(\.text.text))
    if let match, !search.matches.contains(match) { self.match = nil }
  }

  /// Begins at the top again, for another text.
  mutating func rewind() {
    scroll = Scroll()
    stop = nil
    match = nil
    shift = 0
  }

  // MARK: Stops

  private var stops: [Stop] {
    var stops: [Stop] = []
    for line in lines {
      if let stop = line.stop, stop != stops.last { stops.append(stop) }
    }
    return stops
  }

  func isVisible(_ stop: Stop?) -> Bool {
    guard let stop, let range = range(of: stop) else { return false }
    return scroll.visible.overlaps(range)
  }

  private func range(of stop: Stop) -> Range<Int>? {
    guard let first = lines.firstIndex(where: { $0.stop == stop }) else { return nil }
    return first..<(lines[first...].firstIndex { $0.stop != stop } ?? lines.endIndex)
  }

  mutating func move(_ movement: Movement) {
    let (near, top) = (neighbour(movement), scroll.top)
    if !isVisible(near) { scroll.move(movement) }
    if let near, isVisible(near) {
      choose(near)
    } else if movement.isToAnEnd || scroll.top == top {
      let isDown = movement.distance(page: 1) > 0
      stop = (isDown ? stops.last(where: isVisible) : stops.first(where: isVisible)) ?? stop
    }
    if !isVisible(stop), let shown = stops.first(where: isVisible) { stop = shown }
  }

  /// Goes to the next or the previous stop wherever it is; false when there is none.
  mutating func turn(by step: Int) -> Bool {
    let stops = stops
    guard let here = stops.firstIndex(where: { $0 == stop }) else { return false }
    let target = isVisible(stop) ? here + step : here
    guard stops.indices.contains(target) else { return false }
    choose(stops[target])
    return true
  }

  private mutating func choose(_ stop: Stop) {
    self.stop = stop
    if let range = range(of: stop) { scroll.reveal(range) }
  }

  private func neighbour(_ movement: Movement) -> Stop? {
    guard let here = stops.firstIndex(where: { $0 == stop }) else { return nil }
    switch movement {
    // A stop that comes into sight by scrolling is the next one.
    case .down where !isVisible(stop): return stop
    case .down: return stops.indices.contains(here + 1) ? stops[here + 1] : nil
    case .up: return stops.indices.contains(here - 1) ? stops[here - 1] : nil
    default: return nil
    }
  }

  /// Shows the line with a number, the first being 1; false when there is none.
  mutating func go(to number: Int) -> Bool {
    guard lines.indices.contains(number - 1) else { return false }
    scroll.move(by: number - 1 - scroll.top)
    return true
  }

  // MARK: Mouse

  /// A line of the window, the first being 0.
  mutating func click(line: Int) -> Click {
    let index = scroll.top + line
    guard line >= 0, scroll.visible.contains(index), let stop = lines[index].stop else {
      return .nothing
    }
    guard stop != self.stop else { return .selectedItem }
    self.stop = stop
    return .item
  }

  mutating func roll(by rows: Int) {
    scroll.move(by: rows)
    guard !isVisible(stop) else { return }
    stop = (rows > 0 ? stops.first(where: isVisible) : stops.last(where: isVisible)) ?? stop
  }

  // MARK: Reading

  mutating func read(_ reading: Reading) -> Step? {
    switch reading {
    case .search: search.beginTyping()
    case .nextMatch: return find(forward: true)
    case .previousMatch: return find(forward: false)
    case .wrap:
      isWrapped.toggle()
      shift = 0
    case .left: shift = max(0, shift - Self.sidewaysStep)
    case .right: shift = min(widest, shift + Self.sidewaysStep)
    case .clear where !search.isActive: return .say(Notice.escape)
    case .clear:
      search.clear()
      match = nil
    case .move(let movement): move(movement)
    }
    return nil
  }

  /// Words can only be shifted when they go beyond the edge, and looked for when there are any.
  func refusal(of reading: Reading) -> Text? {
    switch reading {
    case .nextMatch, .previousMatch:
      search.isActive ? nil : Refusal.noQuery
    case .left, .right:
      isWrapped
        ? Text(en: "lines are wrapped; <w> unwraps them", ja: "折り返し表示中です。<w> で解除します") : nil
    default: nil
    }
  }

  private var widest: Int {
    max(0, (lines.map(\.text.displayWidth).max() ?? 0) - Self.sidewaysStep)
  }

  mutating func typed(_ key: Key) -> Bool {
    guard search.typed(key) else { return false }
    look()
    return true
  }

  mutating func pasted(_ text: String) {
    search.pasted(text)
    look()
  }

  /// Shows the first match from the top of the screen on, while words are typed.
  private mutating func look() {
    search.look(in: lines.map(\.text.text))
    match = search.match(from: scroll.top, forward: true)
    revealMatch()
  }

  private mutating func revealMatch() {
    guard let match else { return }
    if let stop = lines[match].stop { choose(stop) }
    scroll.reveal(match..<match + 1)
  }

  private mutating func find(forward: Bool) -> Step? {
    let here = match ?? scroll.top
    guard
      let next = search.match(
        from: match == nil ? here : here + (forward ? 1 : -1),
        forward: forward
      )
    else { return .say(Refusal.noMatch) }
    let wentRound = match != nil && (forward ? next <= here : next >= here)
    match = next
    revealMatch()
    return wentRound ? .say(Refusal.wentRound) : nil
  }

  // MARK: Drawing

  /// The lines from `row` on, and in the last line above the footer the place in the text.
  func draw(on canvas: inout Canvas, row top: Int, in language: Language) {
    var marked: Stop?
    for (offset, index) in scroll.visible.enumerated() {
      let (line, row) = (lines[index], top + offset)
      canvas.write(line.text, column: (line.isFlush ? 0 : 1) - shift, row: row)
      if let stop = line.stop, stop == self.stop {
        canvas.restyle(row: row, style: .selected)
        if marked == nil, !line.isFlush { canvas.write(">", row: row, style: .selected) }
        marked = stop
      }
      drawMatches(of: index, on: &canvas, row: row)
    }
    drawFoot(on: &canvas, in: language)
  }

  private func drawMatches(of index: Int, on canvas: inout Canvas, row: Int) {
    guard search.isActive else { return }
    let line = lines[index]
    let style: Style = index == match ? .selected : Style(bold: true, underlined: true)
    for columns in search.query.columns(in: line.text.text) {
      let left = (line.isFlush ? 0 : 1) - shift
      let shown = max(0, columns.lowerBound + left)..<max(0, columns.upperBound + left)
      canvas.restyle(row: row, columns: shown, style: style)
    }
  }

  func position(in language: Language) -> String {
    scroll.position(in: language)
  }

  private func drawFoot(on canvas: inout Canvas, in language: Language) {
    let row = canvas.height - 2
    if search.isTyping || search.isActive {
      search.draw(on: &canvas, row: row, current: match, in: language)
    } else {
      canvas.writeRight(position(in: language), endingAt: canvas.width - 1, row: row)
    }
  }
}
