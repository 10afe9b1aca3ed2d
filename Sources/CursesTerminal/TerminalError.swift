import Domain

/// Why there can be no screen, found before anything was drawn.
package enum TerminalError: Error, Hashable {
  /// The process has no controlling terminal.
  case missing
  case typeNotSet
  /// Terminfo has no entry, nor one that is near enough.
  case unknownType(String)
  /// A terminal such as `dumb`.
  case cannotPlaceCursor(type: String)
  case notUTF8(charset: String)
  /// A system call failed, by its `errno`.
  case system(Int32)

  package var problem: Text {
    switch self {
    case .missing:
      Text(en: "there is no terminal to draw on", ja: "画面を表示できる端末がありません")
    case .typeNotSet:
      Text(en: "TERM is not set", ja: "TERM が設定されていません")
    case .unknownType(let type):
      Text(
        en: "the terminal type \(type) (TERM) is not known on this machine",
        ja: "端末の種類 \(type) (TERM) はこのマシンに登録されていません"
      )
    case .cannotPlaceCursor(let type):
      Text(
        en: "a terminal of type \(type) (TERM) cannot show a screen",
        ja: "端末の種類 \(type) (TERM) では画面を表示できません"
      )
    case .notUTF8(let charset):
      Text(
        en: "the screen needs UTF-8, and the locale says \(charset)",
        ja: "画面の表示には UTF-8 が必要ですが、ロケールは \(charset) です"
      )
    case .system(let number):
      Text(
        en: "the terminal could not be taken: \(errorMessage(number))",
        ja: "端末を使用できません: \(errorMessage(number))"
      )
    }
  }

  package var hint: Text {
    switch self {
    case .missing:
      Text(
        en: "start it in a terminal; without one, use a command that only prints",
        ja: "端末から起動してください。端末がなければ、結果を出力するだけのコマンドを使えます"
      )
    case .typeNotSet, .cannotPlaceCursor:
      Text(
        en:
          "set TERM to your terminal's type, such as xterm-256color, or use a printing command",
        ja: "TERM に xterm-256color などを設定するか、結果を出力するだけのコマンドを使ってください"
      )
    case .unknownType:
      Text(
        en: "set TERM=xterm-256color, or install the entry (package ncurses-term)",
        ja: "TERM=xterm-256color を設定するか、パッケージ ncurses-term を入れてください"
      )
    case .notUTF8:
      Text(
        en: "set LC_ALL=C.UTF-8 if your terminal shows UTF-8",
        ja: "端末が UTF-8 なら LC_ALL=C.UTF-8 を設定してください"
      )
    case .system:
      Text(
        en: "close other programs, or try another terminal",
        ja: "ほかのプログラムを閉じるか、別の端末で試してください"
      )
    }
  }
}
