import Domain
import TerminalUI

/// Asks for the six digits of an MFA device, over the screen that started a scan.
///
/// What is typed is never shown.
package struct CodeScreen: Page {
  package static let name = Text(en: "the MFA code", ja: "MFAコードの入力")
  private static let length = 6

  let question: CodeQuestion
  private var digits = ""
  private var height = 0
  private var width = 0

  package init(_ question: CodeQuestion) {
    self.question = question
  }

  package var isPopup: Bool { true }
  package var isTyping: Bool { true }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    (width, height) = (surroundings.width, surroundings.height)
    return nil
  }

  package var isForm: Bool { true }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case send
    case cancel
  }

  package static let keymap: [KeyBinding<Command>] = [
    KeyBinding(
      .enter,
      command: .send,
      hint: Text(en: "sign in", ja: "サインイン"),
      help: Text(en: "sign in with the code", ja: "コードでサインイン"),
      weight: 90
    ),
    KeyBinding(
      .escape,
      .control("c"),
      .function(10),
      command: .cancel,
      hint: Text(en: "give up", ja: "中止"),
      help: Text(en: "give the sign-in up", ja: "サインインを中止"),
      weight: 80
    ),
  ]

  package func refusal(of command: Command) -> Text? {
    guard command == .send, digits.utf8.count != Self.length else { return nil }
    return Text(en: "a code has six digits", ja: "6桁の数字を入力してください")
  }

  package mutating func update(_ command: Command) -> Step? {
    .answerCode(question.number, command == .send ? digits : nil)
  }

  // MARK: Typing

  /// Takes every character, so that no letter means a command while digits are expected.
  package mutating func typed(_ key: Key) -> Bool {
    switch key.folded {
    case .character(let character):
      let isDigit = character.isASCII && character.isNumber
      if isDigit, digits.utf8.count < Self.length { digits.append(character) }
    case .backspace, .control("h"): digits = String(digits.dropLast())
    case .control("u"): digits = ""
    default: return false
    }
    return true
  }

  /// Codes come with a space in the middle from some devices.
  package mutating func pasted(_ text: String) {
    for character in text where character.isASCII && character.isNumber {
      if digits.utf8.count < Self.length { digits.append(character) }
    }
  }

  // MARK: What is shown

  package func draw(on canvas: inout Canvas, in language: Language) {
    // The line above the footer is that of messages.
    let first = canvas.height - 6
    for row in first..<canvas.height - 1 { canvas.fill(row: row) }
    canvas.fill(row: first, style: .bar)
    let title = Text(en: "MFA code", ja: "MFAコード")[language]
    canvas.write(title, column: 1, row: first, style: .bar)
    let about =
      question.isAgain
      ? Text(en: "AWS refused that code; type the next one", ja: "コードが拒否されました。次のコードを入力してください")
      : Text(en: "The role wants the code of this device", ja: "このデバイスのコードを入力してください")
    let words = "\(about[language]): \(question.serial.sanitized)"
    let lines = words.wrapped(toWidth: canvas.width - 2)
    let shown = lines.count <= 2 ? lines : [lines[0], question.serial.sanitized]
    for (offset, line) in shown.enumerated() {
      let fitting = line.truncated(toWidth: canvas.width - 2)
      canvas.write(fitting, column: 1, row: first + 1 + offset)
    }
    let label = Text(en: "Code ", ja: "コード ")[language]
    let column = canvas.write(label, column: 1, row: first + 3, style: .bold)
    let count = digits.utf8.count
    let hidden =
      String(repeating: "*", count: count) + String(repeating: "_", count: Self.length - count)
    canvas.write(hidden, column: column, row: first + 3)
    canvas.cursor = Canvas.Position(column: column + count, row: first + 3)
  }
}
