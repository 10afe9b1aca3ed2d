import Domain
import TerminalUI

/// The mouse does nothing that keys cannot do.
extension Router {
  private static let rowsOfWheel = 3

  /// What the mouse asks of the session.
  package mutating func take(_ mouse: Mouse) -> [Step] {
    guard !isTooSmall else { return [] }
    switch mouse {
    case .click(let place) where place.row == surroundings.height - 1:
      return clickFooter(at: place.column)
    case .click(let place): return click(row: place.row)
    case .wheel(let turns):
      if hasFreeScreen { changeTop { $0.roll(by: turns * Self.rowsOfWheel) } }
      return []
    }
  }

  /// Neither a question nor a menu has the keys.
  private var hasFreeScreen: Bool {
    question == nil && (top.isTyping || !top.hidesGlobalKeys)
  }

  private mutating func click(row: Int) -> [Step] {
    guard hasFreeScreen else { return [] }
    return changeTop { $0.click(row: row) } == .selectedItem ? pressUsual(.enter) : []
  }

  private mutating func clickFooter(at column: Int) -> [Step] {
    let width = surroundings.width - 2
    let hint = footer(in: surroundings.language)
      .hint(at: column - Self.footerColumn, width: width)
    return hint.map { press($0.key) } ?? []
  }
}
