import Domain

/// Why a `credential_process` gave no credentials.
package enum ProcessProblem: Error, Hashable, Sendable {
  /// A quote is left open, or there is nothing.
  case notACommand
  case notStarted(String)
  case failed(code: Int, complaint: String)
  case tooSlow(Duration)
  case tooMuch(Int)
  case notJSON
  /// `found` is JSON's text.
  case version(found: String?)
  case missing(String)
  case lapsed

  func problem(of place: ProfileKey) -> Text {
    let words = words
    return Text(
      en: "the credential_process of \(place.en) \(words.en)",
      ja: "\(place.ja) の credential_process \(words.ja)"
    )
  }

  func hint(of place: ProfileKey) -> Text {
    switch self {
    case .notACommand, .notStarted:
      Text(
        en: "Correct the command in \(place.file); it is run without a shell.",
        ja: "\(place.file) のコマンドを直してください（シェルを通さずに実行されます）。"
      )
    case .tooSlow:
      Text(
        en: "Run the command by hand; it may wait for an answer or for another sign-in.",
        ja: "コマンドを直接実行し、入力や別のサインインを待っていないか確認してください。"
      )
    case .failed, .lapsed:
      Text(
        en: "Run the command by hand until it gives credentials; see \(place.file).",
        ja: "\(place.file) のコマンドを直接実行し、認証情報が出ることを確認してください。"
      )
    case .tooMuch, .notJSON, .version, .missing:
      Text(
        en: "It must print {\"Version\": 1, \"AccessKeyId\": ..., \"SecretAccessKey\": ...} "
          + "and nothing else; see \(place.file).",
        ja: "出力は {\"Version\": 1, \"AccessKeyId\": ..., \"SecretAccessKey\": ...} だけに"
          + "してください（\(place.file)）。"
      )
    }
  }

  private var words: Text {
    switch self {
    case .notACommand:
      Text(en: "is not a whole command line.", ja: "がコマンドとして読めません。")
    case .notStarted(let why):
      Text(en: "cannot be run: \(why)", ja: "を実行できません: \(why)")
    case .failed(let code, let complaint) where complaint.isEmpty:
      Text(en: "ended with code \(code).", ja: "が終了コード \(code) で失敗しました。")
    case .failed(let code, let complaint):
      Text(
        en: "ended with code \(code): \(complaint)",
        ja: "が終了コード \(code) で失敗しました: \(complaint)"
      )
    case .tooSlow(let limit):
      Text(
        en: "was not done after \(limit.components.seconds) seconds.",
        ja: "が \(limit.components.seconds) 秒以内に終わりませんでした。"
      )
    case .tooMuch(let limit):
      Text(en: "printed more than \(limit) bytes.", ja: "の出力が \(limit) バイトを超えました。")
    case .notJSON:
      Text(en: "printed no JSON object.", ja: "の出力が JSON オブジェクトではありません。")
    case .version(let found):
      Text(
        en: "printed Version \(found ?? "nowhere"), where 1 is understood.",
        ja: "の Version が \(found ?? "ありません")。対応しているのは 1 だけです。"
      )
    case .missing(let key):
      Text(en: "printed no \(key).", ja: "の出力に \(key) がありません。")
    case .lapsed:
      Text(
        en: "printed credentials that have lapsed.",
        ja: "の出力した認証情報は期限が切れています。"
      )
    }
  }
}
