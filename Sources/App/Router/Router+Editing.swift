import Domain
import TerminalUI

/// Texts that are edited in a program of somebody's own.
extension Router {
  var textToEdit: String? { top.textToEdit }

  mutating func take(_ edited: Edited) {
    let last = stack.count - 1
    if case .text(let text) = edited { return stack[last].edited(text) }
    stack[last].edited(nil)
    if let problem = Self.problem(of: edited) { say(problem, isProblem: true) }
  }

  private static func problem(of edited: Edited) -> Text? {
    switch edited {
    case .text: nil
    case .failed(let command, let code):
      Text(
        en: "\(command.sanitized) ended with \(code); the note is as it was; see EDITOR",
        ja: "\(command.sanitized) がコード \(code) で終了しました。所見は元のままです (EDITOR で変更できます)"
      )
    case .unreadable(let command):
      Text(
        en: "\(command.sanitized) left no UTF-8 text of up to 1 MiB; the note is as it was",
        ja: "\(command.sanitized) の保存結果がUTF-8でないか1MiBを超えています。所見は元のままです"
      )
    case .unavailable:
      Text(en: "there is no screen to lend to an editor here", ja: "この表示ではエディタを使えません")
    }
  }
}
