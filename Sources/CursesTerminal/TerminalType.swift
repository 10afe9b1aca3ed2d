import CTerminal
import Domain

/// A terminfo entry that can show a screen.
struct TerminalType {
  let name: String
  let notice: Text?

  /// The entry for `TERM`, or for the type nearest to it when this machine has none.
  init(_ term: String?, probe: (String) -> terminal_state = { terminal_probe($0) })
    throws(TerminalError)
  {
    guard let term, !term.isEmpty else { throw .typeNotSet }
    switch probe(term) {
    case TERMINAL_OK:
      name = term
      notice = nil
    case TERMINAL_DUMB: throw .cannotPlaceCursor(type: term)
    default:
      guard let near = Self.nearest(to: term), probe(near) == TERMINAL_OK else {
        throw .unknownType(term)
      }
      name = near
      notice = Text(
        en: "TERM=\(term) is not known on this machine; \(near) is used instead",
        ja: "TERM=\(term) はこのマシンに登録がないため、\(near) として表示しています"
      )
    }
  }

  /// Modern terminals understand what xterm does; their own entries are often missing on servers.
  private static func nearest(to term: String) -> String? {
    let multiplexers = ["screen", "tmux"]
    let families = [
      "xterm", "alacritty", "kitty", "foot", "wezterm", "ghostty", "rio", "contour", "iterm",
      "konsole", "gnome", "vte", "st", "mintty", "ms-terminal", "rxvt", "putty",
    ]
    let isOf = { (family: String) in term == family || term.hasPrefix(family + "-") }
    if multiplexers.contains(where: isOf) { return "screen" }
    return families.contains(where: isOf) ? "xterm-256color" : nil
  }
}
