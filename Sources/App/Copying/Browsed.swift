import Domain

/// What became of an address that was to be shown in a browser.
package enum Browsed: Equatable, Sendable {
  case opened(String)
  /// There is no browser here: the address was copied, and is shown whole.
  case shown(String, Copied.Way)

  var words: Text {
    switch self {
    case .opened(let address):
      Text(en: "opened \(address)", ja: "\(address) を開きました")
    case .shown(_, .failed):
      Text(
        en: "no browser here; select the address above",
        ja: "ブラウザーがありません。上のURLを選択してください"
      )
    case .shown:
      Text(
        en: "no browser here; the address above has been copied",
        ja: "ブラウザーがありません。上のURLをコピーしました"
      )
    }
  }
}
