import Domain

/// Why a container's credential service gave none.
package enum ContainerProblem: Error, Hashable, Sendable {
  /// Neither encrypted nor one of the addresses that containers have for this.
  case hostRefused(String)
  case notAnAddress(String)
  case tokenUnreadable(SettingsError)
  case tokenMissing(file: String)
  /// A line break would end the header the token is sent in.
  case tokenMalformed
  case noAnswer(url: String, why: String)
  case status(url: String, Int)
  case notCredentials(url: String)

  func problem(of variable: String) -> Text {
    let words = words
    return Text(
      en: "\(variable): \(words.en)",
      ja: "環境変数 \(variable): \(words.ja)"
    )
  }

  func hint(of variable: String) -> Text {
    switch self {
    case .hostRefused:
      Text(
        en: "Use https, a loopback address, 169.254.170.2, 169.254.170.23 or fd00:ec2::23.",
        ja: "https、ループバックアドレス、169.254.170.2、169.254.170.23、fd00:ec2::23 の"
          + "いずれかにしてください。"
      )
    case .notAnAddress:
      Text(
        en: "Write it as http://HOST/PATH, or unset \(variable).",
        ja: "http://ホスト名/パス の形にするか、\(variable) を解除してください。"
      )
    case .tokenUnreadable, .tokenMissing, .tokenMalformed:
      Text(
        en: "Check AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE and that the file holds just the token.",
        ja: "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE と、そのファイルの内容を確認してください。"
      )
    case .noAnswer, .status, .notCredentials:
      Text(
        en: "Give the task or the pod a role, or unset \(variable) outside of a container.",
        ja: "タスクやポッドのロールを確認し、コンテナの外なら \(variable) を解除してください。"
      )
    }
  }

  private var words: Text {
    switch self {
    case .hostRefused(let host):
      Text(
        en: "credentials are not asked from \(host).",
        ja: "\(host) からは認証情報を取得できません。"
      )
    case .notAnAddress(let text):
      Text(en: "\(text) is not a URL.", ja: "\(text) は URL ではありません。")
    case .tokenUnreadable(let error): error.problem
    case .tokenMissing(let file):
      Text(en: "there is no \(file).", ja: "\(file) がありません。")
    case .tokenMalformed:
      Text(en: "the token has a line break.", ja: "トークンに改行が含まれています。")
    case .noAnswer(let url, let why):
      Text(en: "\(url) does not answer: \(why)", ja: "\(url) から応答がありません: \(why)")
    case .status(let url, let status):
      Text(en: "\(url) answers \(status).", ja: "\(url) の応答は \(status) です。")
    case .notCredentials(let url):
      Text(
        en: "\(url) answers with something else than credentials.",
        ja: "\(url) の応答が認証情報ではありません。"
      )
    }
  }
}
