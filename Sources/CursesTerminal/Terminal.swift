import CTerminal
import Domain
import Glibc
import TerminalUI

/// The terminal while the screen is up.
///
/// Not sendable: curses wants every call from the thread that opened it.
final class Terminal {
  let features: TerminalFeatures
  private let theme: Theme
  private let environment: [String: String]
  /// Terminals set up for old fonts draw some characters in two cells; libc is told, and is asked.
  private let drawsAmbiguousWide: Bool
  /// What is not ASCII would be shown as something else.
  private let isASCIIOnly: Bool
  private var shown: Canvas?
  /// What the terminal itself has written over the screen.
  private var shownText: String?
  private var run: [UInt32] = []

  init(_ options: TerminalOptions) throws(TerminalError) {
    let isUTF8 = terminal_set_locale() && options.foreignCharset == nil
    isASCIIOnly = !isUTF8
    environment = options.environment
    let type = try TerminalType(options.environment["TERM"])
    try Self.open(type, options)
    theme = Self.theme(options)
    drawsAmbiguousWide = terminal_width_of(0x2026) == 2
    let size = Self.size ?? (80, 24)
    features = TerminalFeatures(
      width: size.width,
      height: size.height,
      hasColors: theme.hasColors,
      isASCIIOnly: isASCIIOnly,
      notices: [type.notice, isUTF8 ? nil : Self.notice(of: options.charset)].compactMap { $0 }
    )
  }

  private static func notice(of charset: String?) -> Text {
    let name = charset ?? "ASCII"
    return Text(
      en: "the locale says \(name), not UTF-8: shown in English, other characters as ?",
      ja: "ロケールが UTF-8 ではなく \(name) のため、英語で表示しています"
    )
  }

  private static func open(
    _ type: TerminalType,
    _ options: TerminalOptions
  ) throws(TerminalError) {
    let delay = Int32(clamping: options.escapeMilliseconds)
    switch terminal_open(type.name, delay, options.logPath) {
    case TERMINAL_OK: return
    case TERMINAL_MISSING: throw .missing
    case TERMINAL_UNKNOWN: throw .unknownType(type.name)
    default: throw .system(errno)
    }
  }

  private static func theme(_ options: TerminalOptions) -> Theme {
    let noColor = options.environment["NO_COLOR"]
    let (choice, name) = (options.color, options.theme)
    let wanted = Theme(choice, name, noColor: noColor, terminalHasColors: true)
    if wanted.hasColors, terminal_start_colors() >= 8 { return wanted }
    return Theme(choice, name, noColor: noColor, terminalHasColors: false)
  }

  /// Gives the terminal back as it was.
  func close() {
    terminal_close()
  }

  // MARK: Size

  /// `nil` when the terminal does not know.
  static var size: (width: Int, height: Int)? {
    var width: Int32 = 0
    var height: Int32 = 0
    return terminal_size(&width, &height) ? (Int(width), Int(height)) : nil
  }

  func resize(width: Int, height: Int) {
    terminal_resize(Int32(clamping: width), Int32(clamping: height))
    shown = nil
  }

  // MARK: Leaving and coming back

  /// Stops the process until the shell continues it.
  func suspend() {
    terminal_suspend()
    shown = nil
  }

  /// Lends it to the editor until somebody has edited the text.
  func edit(_ text: String) -> Edited {
    defer { shown = nil }
    return Editor(environment: environment).edit(text) { arguments in
      var words = arguments.map { strdup($0) } + [nil]
      var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
      defer { for pointer in words + variables { free(pointer) } }
      return terminal_lend(&words, &variables)
    }
  }

  func retake() {
    terminal_retake()
    shown = nil
  }

  /// Lets the program have the mouse, or leaves it to the terminal.
  func reportMouse(_ reports: Bool) {
    terminal_report_mouse(reports)
  }

  /// Makes the next drawing send every cell.
  func repaint() {
    terminal_repaint()
    shown = nil
  }

  // MARK: Drawing

  /// Sends what differs from what is shown, and puts text over it that the terminal wraps itself.
  func draw(_ canvas: Canvas, under text: String? = nil) {
    guard canvas != shown || text != shownText else { return }
    if text != nil || shownText != nil { terminal_repaint() }
    terminal_erase()
    for row in 0..<canvas.height { draw(row, of: canvas) }
    let place =
      text == nil
      ? canvas.cursor ?? canvas.anchor ?? Canvas.Position(column: 0, row: 0)
      : Canvas.Position(column: 0, row: 0)
    terminal_flush(Int32(place.column), Int32(place.row), canvas.cursor != nil)
    shown = canvas
    shownText = text
    if let text { send(Array((Self.wholeScreen + text.replacing("\n", with: "\r\n")).utf8)) }
  }

  /// Lets all of the screen scroll, and goes to its beginning.
  ///
  /// Before it knows the size, curses leaves a scrolling region of the 24 lines that terminfo says,
  /// in which a longer text would lose its beginning.
  private static let wholeScreen = "\u{1B}[r"

  /// Writes bytes that are no part of the screen; between two frames only.
  func send(_ bytes: [UInt8]) {
    if !bytes.isEmpty { terminal_write(bytes, bytes.count) }
  }

  private func draw(_ row: Int, of canvas: Canvas) {
    var column = 0
    while column < canvas.width {
      let style = canvas[column, row].style
      let start = column
      run.removeAll(keepingCapacity: true)
      while column < canvas.width, canvas[column, row].style == style {
        append(canvas[column, row].text)
        column += 1
      }
      put(at: start, row, style)
    }
  }

  private func append(_ text: String) {
    for scalar in text.unicodeScalars {
      if isSafe(scalar) {
        run.append(scalar.value)
      } else {
        run += Array(repeating: 0x3F, count: isASCIIOnly ? scalar.displayWidth : 1)
      }
    }
  }

  /// A character whose width libc and we see differently would shift the rest of its row.
  private func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return true }
    if isASCIIOnly { return false }
    if drawsAmbiguousWide, scalar.hasAmbiguousWidth { return false }
    return Int(terminal_width_of(scalar.value)) == scalar.displayWidth
  }

  private func put(at column: Int, _ row: Int, _ style: Style) {
    let look = theme.appearance(of: style)
    terminal_put(Int32(column), Int32(row), run, run.count, look.bits, Int32(look.color.rawValue))
  }
}

extension Theme.Appearance {
  fileprivate var bits: UInt32 {
    let attributes = [
      (isBold, TERMINAL_BOLD), (isDim, TERMINAL_DIM), (isReversed, TERMINAL_REVERSE),
      (isUnderlined, TERMINAL_UNDERLINE),
    ]
    return attributes.reduce(0) { $0 | ($1.0 ? $1.1.rawValue : 0) }
  }
}
