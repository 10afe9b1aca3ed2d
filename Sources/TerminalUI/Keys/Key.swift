/// One key press as screens see it.
package enum Key: Hashable, Sendable, ExpressibleByExtendedGraphemeClusterLiteral {
  case character(Character)
  /// Ctrl with a lower-case letter.
  case control(Character)
  case function(Int)
  case up, down, left, right
  case shiftUp, shiftDown
  case controlLeft, controlRight
  case home, end, pageUp, pageDown
  case enter, tab, shiftTab, escape, backspace, delete

  package init(extendedGraphemeClusterLiteral character: Character) {
    self = .character(character)
  }
}
