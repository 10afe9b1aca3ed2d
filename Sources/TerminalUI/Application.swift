/// What the event loop drives: takes input, draws itself, says when it is done.
package protocol Application {
  associatedtype Message: Sendable

  mutating func handle(_ input: Input<Message>)
  /// Draws everything; the driver finds out what changed.
  func draw(on canvas: inout Canvas)

  /// While true, `tick` comes four times a second.
  var isAnimated: Bool { get }
  var isFinished: Bool { get }
  /// Text that the terminal itself shows from the first column of the screen, and wraps.
  ///
  /// It fits above the canvas's last two rows; the rows of the canvas under it are blank.
  var plainText: String? { get }
  /// Whether clicks and the wheel are for the program; else the terminal selects text with them.
  var wantsMouse: Bool { get }
  /// What somebody wants to edit in a program of their own; `edited` answers.
  var textToEdit: String? { get }
}

extension Application {
  package var plainText: String? { nil }
  package var wantsMouse: Bool { false }
  package var textToEdit: String? { nil }
}

package enum Input<Message: Sendable>: Sendable {
  case key(Key)
  case mouse(Mouse)
  case paste(String)
  case resize(width: Int, height: Int)
  /// The process was stopped for so long, by Ctrl-Z or from outside.
  case resumed(after: Duration)
  case edited(Edited)
  case tick
  /// From another thread, by way of the inbox.
  case message(Message)
  /// SIGTERM, SIGHUP or a terminal that is gone: save and leave.
  case hangUp
}
