/// How somebody has edited a text in a program of their own.
package enum Edited: Equatable, Sendable {
  case text(String)
  /// With what the program returned; the text is as it was.
  case failed(command: String, code: Int32)
  /// What it left is no text, or too long for one; it is as it was.
  case unreadable(command: String)
  /// There is no terminal to lend.
  case unavailable
}
