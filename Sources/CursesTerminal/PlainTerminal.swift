import CTerminal
import Domain
import Glibc
import TerminalUI

/// Runs an application without a screen, for screen readers and for terminals that have none.
///
/// What it draws is printed line by line and never redrawn: all of it when another page is shown,
/// else the lines that have changed. Each line that is typed is a key's name, several of them, or
/// text for the field that is being filled in.
package struct PlainTerminal<Program: Application & Sendable> {
  /// As many lines as somebody can listen to, in the width that texts are laid out for.
  package static var size: (width: Int, height: Int) { (80, 30) }

  private var program: Program
  private let inbox: Inbox<Program.Message>
  private let print: @Sendable (String) -> Void
  private let isField: @Sendable (Program) -> Bool
  private var shown: [String] = []
  private var typed: [UInt8] = []

  /// Gives the application as it was when it had finished, or when nothing more could be typed.
  ///
  /// It runs on a thread of its own, as waiting would take one from those that scan. `isField`
  /// tells whether typed text goes to a field.
  package static func run(
    _ program: Program,
    inbox: Inbox<Program.Message>,
    isField: @escaping @Sendable (Program) -> Bool,
    print: @escaping @Sendable (String) -> Void
  ) async -> Program {
    await withCheckedContinuation { continuation in
      startThread { _ in
        var terminal = Self(program, inbox: inbox, isField: isField, print: print)
        continuation.resume(returning: terminal.run())
      }
    }
  }

  private init(
    _ program: Program,
    inbox: Inbox<Program.Message>,
    isField: @escaping @Sendable (Program) -> Bool,
    print: @escaping @Sendable (String) -> Void
  ) {
    self.program = program
    self.inbox = inbox
    self.isField = isField
    self.print = print
  }

  private mutating func run() -> Program {
    tell()
    while !program.isFinished {
      var descriptors = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: inbox.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      poll(&descriptors, 2, program.isAnimated ? 250 : -1)
      if descriptors[1].revents != 0 {
        for message in inbox.take().messages { program.handle(.message(message)) }
      }
      if descriptors[0].revents != 0, !read() { program.handle(.hangUp) }
      if program.isAnimated { program.handle(.tick) }
      if program.textToEdit != nil { program.handle(.edited(.unavailable)) }
      tell()
    }
    return program
  }

  // MARK: Reading

  /// False at the end of the input.
  private mutating func read() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0, errno == EINTR { return true }
    guard count > 0 else { return false }
    for byte in bytes.prefix(count) {
      guard byte == UInt8(ascii: "\n") else {
        typed.append(byte)
        continue
      }
      take(String(decoding: typed, as: UTF8.self))
      typed = []
    }
    return true
  }

  /// A field takes text, and an empty line leaves it; elsewhere words are keys, and what is none
  /// is a command's name or a number.
  private mutating func take(_ line: String) {
    let keys = line.split(separator: " ").map { Key(named: String($0)) }
    if line.isEmpty {
      program.handle(.key(.enter))
    } else if keys.allSatisfy({ $0 != nil }), !isField(program) || keys.allSatisfy(\.isNamed) {
      for key in keys.compactMap({ $0 }) { program.handle(.key(key)) }
    } else if isField(program) {
      program.handle(.paste(line))
    } else {
      program.handle(.key(":"))
      program.handle(.paste(line.hasPrefix(":") ? String(line.dropFirst()) : line))
      program.handle(.key(.enter))
    }
  }

  // MARK: Telling

  /// The whole of a new page, else what has changed on the one that is shown.
  private mutating func tell() {
    var canvas = Canvas(width: Self.size.width, height: Self.size.height)
    program.draw(on: &canvas)
    let lines = canvas.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmed }
    defer { shown = lines }
    guard lines.first?.withoutTime == shown.first?.withoutTime, lines.count == shown.count else {
      return lines.filter { !$0.isEmpty }.forEach(print)
    }
    for (line, before) in zip(lines, shown).dropFirst().dropLast() where line != before {
      // The line that the cursor has left says nothing new.
      let isLeft = before.hasPrefix(">") && before.dropFirst() == line.dropFirst()
      if !isLeft, !line.isEmpty { print(line) }
    }
  }
}

extension StringProtocol {
  /// A title whose clock has moved on is the same title.
  fileprivate var withoutTime: String {
    var rest = String(self)
    while let last = rest.last, last.isNumber || last == ":" { rest.removeLast() }
    return rest
  }

  /// Without blanks at its end.
  fileprivate var trimmed: String {
    var rest = String(self)
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}

extension Key? {
  /// Whether it has a name longer than the character it types.
  fileprivate var isNamed: Bool {
    switch self {
    case .character, nil: false
    default: true
    }
  }
}
