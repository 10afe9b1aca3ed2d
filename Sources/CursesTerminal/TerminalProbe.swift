import CTerminal
import Domain

/// What the screen would find, looked up without taking the terminal.
package struct TerminalProbe: Sendable {
  package let type: String?
  /// The entry that would be used, where it is another than `TERM`.
  package let notice: Text?
  /// The character set in the locale's name; `nil` when it names none.
  package let charset: String?
  package let isUTF8: Bool
  /// Why there would be no screen, as far as this tells.
  package let problem: TerminalError?
  package let colors: Int
  /// How many cells the locale gives U+2026, whose width terminals disagree about.
  package let ambiguousWidth: Int
  package let escapeMilliseconds: Int

  /// Sets the locale of the process.
  package init(_ options: TerminalOptions) {
    let term = options.environment["TERM"]
    let isUTF8 = terminal_set_locale() && options.foreignCharset == nil
    var (name, notice, problem): (String?, Text?, TerminalError?) = (nil, nil, nil)
    do throws(TerminalError) {
      let type = try TerminalType(term)
      (name, notice) = (type.name, type.notice)
    } catch {
      problem = error
    }
    type = term
    charset = options.charset
    colors = name.map { Int(terminal_colors_of($0)) } ?? 0
    ambiguousWidth = Int(terminal_width_of(0x2026))
    escapeMilliseconds = options.escapeMilliseconds
    self.isUTF8 = isUTF8
    self.notice = notice
    self.problem = problem ?? (isUTF8 ? nil : .notUTF8(charset: options.charset ?? "ASCII"))
  }
}
