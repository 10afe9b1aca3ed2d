import CTerminal
import TerminalUI

/// Turns what curses reads, bytes and key codes, into keys and pasted text.
///
/// Bytes are put together here and not in curses, which loses a character that arrives in two
/// parts. Escape sequences that no key is known for are swallowed, Alt with a letter included:
/// taken apart they would act as Esc and some letters.
struct KeyDecoder {
  enum Output: Equatable {
    case key(Key)
    case mouse(Mouse)
    case paste(String)
  }

  private enum Escape: Equatable {
    case none
    /// After Esc, which counts as a key if nothing follows at once.
    case begun
    /// After `Esc [`.
    case introduced
    /// Until the final byte.
    case sequence
    /// After `Esc [ <`, with the numbers so far.
    case mouse([UInt8])
    /// One more character belongs to it.
    case oneMore
  }

  private var escape = Escape.none
  private var character: [UInt8] = []
  private var pasted: [UInt8]?

  var isPasting: Bool { pasted != nil }

  mutating func take(_ code: Int32) -> Output? {
    if isPasting { return takePasted(code) }
    if let byte = UInt8(exactly: code) { return takeByte(byte) }
    escape = .none
    character = []
    if code == TERMINAL_KEY_PASTE_BEGIN.code { pasted = [] }
    return Self.key(of: code).map(Output.key)
  }

  /// Tells that nothing more has arrived, so that a lone Esc is one.
  mutating func pause() -> Output? {
    // Nobody types a report of the mouse, so that the rest of one must be on its way.
    if case .mouse = escape { return nil }
    defer { escape = .none }
    return escape == .begun ? .key(.escape) : nil
  }

  /// Ends a paste whose end has not come.
  mutating func endPaste() -> Output? {
    defer { pasted = nil }
    return pasted.map { .paste(String(decoding: $0, as: UTF8.self)) }
  }

  private mutating func takePasted(_ code: Int32) -> Output? {
    switch code {
    case TERMINAL_KEY_PASTE_END.code: return endPaste()
    case 13, TERMINAL_KEY_ENTER.code: pasted?.append(10)
    default:
      if let byte = UInt8(exactly: code) { pasted?.append(byte) }
    }
    return nil
  }

  private mutating func takeByte(_ byte: UInt8) -> Output? {
    switch escape {
    case .none: return takeOrdinary(byte)
    case .begun: return takeAfterEscape(byte)
    case .introduced where byte == UInt8(ascii: "<"): escape = .mouse([])
    case .introduced, .sequence: escape = (0x40...0x7E).contains(byte) ? .none : .sequence
    case .mouse(let numbers): return takeMouse(byte, after: numbers)
    case .oneMore:
      escape = .none
      // Its key is dropped; a longer character needs its other bytes dropped too.
      _ = takeOrdinary(byte)
    }
    return nil
  }

  private mutating func takeAfterEscape(_ byte: UInt8) -> Output? {
    switch byte {
    case 27: return .key(.escape)
    case UInt8(ascii: "["): escape = .introduced
    case UInt8(ascii: "O"): escape = .oneMore
    default: escape = .none
    }
    return nil
  }

  /// `Esc [ < button ; column ; row`, counted from 1, and `M` where the button goes down.
  private mutating func takeMouse(_ byte: UInt8, after numbers: [UInt8]) -> Output? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: ";") where numbers.count < 20:
      escape = .mouse(numbers + [byte])
      return nil
    case UInt8(ascii: "M"):
      escape = .none
      let parts = String(decoding: numbers, as: UTF8.self).split(separator: ";").map { Int($0) }
      guard parts.count == 3, let button = parts[0], let column = parts[1], let row = parts[2]
      else { return nil }
      return Self.mouse(button, column, row).map(Output.mouse)
    default:
      escape = .none
      return nil
    }
  }

  /// Other buttons, and those pressed with Ctrl or Alt, mean nothing.
  private static func mouse(_ button: Int, _ column: Int, _ row: Int) -> Mouse? {
    switch button {
    case 0: .click(Canvas.Position(column: column - 1, row: row - 1))
    case 64: .wheel(-1)
    case 65: .wheel(1)
    default: nil
    }
  }

  private mutating func takeOrdinary(_ byte: UInt8) -> Output? {
    switch byte {
    case 27:
      escape = .begun
      return nil
    case 0x80...: return takePart(of: byte)
    default:
      character = []
      return .key(Self.key(of: byte))
    }
  }

  private mutating func takePart(of byte: UInt8) -> Output? {
    if byte >= 0xC0 { character = [] }
    character.append(byte)
    let length = Self.length(ofCharacterStartingWith: character[0])
    guard character.count >= length else { return nil }
    defer { character = [] }
    guard let text = String(validating: character, as: UTF8.self),
      let scalar = text.unicodeScalars.first, scalar.value >= 0xA0
    else { return nil }
    return .key(.character(Character(scalar)))
  }

  private static func length(ofCharacterStartingWith byte: UInt8) -> Int {
    switch byte {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 1
    }
  }
}

extension KeyDecoder {
  private static func key(of byte: UInt8) -> Key {
    switch byte {
    case 8, 127: .backspace
    case 9: .tab
    case 13: .enter
    case 0: .control(" ")
    case 1...26: .control(Character(Unicode.Scalar(byte + 96)))
    case 28...31: .control(Character(Unicode.Scalar(byte + 64)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }

  private static func key(of code: Int32) -> Key? {
    if code >= TERMINAL_KEY_F0.code { return .function(Int(code - TERMINAL_KEY_F0.code)) }
    return named[code]
  }

  private static let named: [Int32: Key] = [
    TERMINAL_KEY_UP.code: .up,
    TERMINAL_KEY_DOWN.code: .down,
    TERMINAL_KEY_LEFT.code: .left,
    TERMINAL_KEY_RIGHT.code: .right,
    TERMINAL_KEY_SHIFT_UP.code: .shiftUp,
    TERMINAL_KEY_SHIFT_DOWN.code: .shiftDown,
    TERMINAL_KEY_CONTROL_LEFT.code: .controlLeft,
    TERMINAL_KEY_CONTROL_RIGHT.code: .controlRight,
    TERMINAL_KEY_HOME.code: .home,
    TERMINAL_KEY_END.code: .end,
    TERMINAL_KEY_PAGE_UP.code: .pageUp,
    TERMINAL_KEY_PAGE_DOWN.code: .pageDown,
    TERMINAL_KEY_ENTER.code: .enter,
    TERMINAL_KEY_SHIFT_TAB.code: .shiftTab,
    TERMINAL_KEY_BACKSPACE.code: .backspace,
    TERMINAL_KEY_DELETE.code: .delete,
  ]
}

extension terminal_key {
  var code: Int32 { Int32(bitPattern: rawValue) }
}
