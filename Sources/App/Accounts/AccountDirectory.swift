import Domain
import StateStore

/// All that is known of accounts besides the one that is shown.
package struct AccountDirectory: Sendable {
  /// What is kept of every account.
  package var state = State()
  /// `nil` until the files of the AWS CLI are read.
  package var profiles: [ProfileListing]?
  /// Why they could not be.
  package var problem: Problem?
  /// What scans sign in by; `nil` for an account that nothing leads to, and before one is named.
  package var way: SignInWay?

  package init() {}

  mutating func take(_ profiles: [ProfileListing], _ problem: Problem? = nil) {
    self.profiles = profiles
    self.problem = problem
  }

  /// What is said once an account was chosen.
  func notice(after choice: AccountChoice) -> Text {
    guard let way = choice.way else { return AccountChoice.savedOnly }
    if let obstacle = profiles?.first(where: { $0.way == way })?.obstacle { return obstacle }
    let name = way.name
    return choice.account == nil
      ? Text(
        en: "\(name.en) was never scanned here; R scans every row",
        ja: "\(name.ja) はまだスキャンしていません。R ですべて実行します"
      )
      : Text(
        en: "now \(name.en), as saved; nothing is scanned until r or R",
        ja: "\(name.ja) に切り替えました。保存済みの結果です (r または R で実行)"
      )
  }
}

/// What somebody chose on the page of accounts.
package struct AccountChoice: Hashable, Sendable {
  /// `nil` where the saved results are all there is.
  package let way: SignInWay?
  /// `nil` where no scan has told yet whose the credentials are.
  package let account: AccountID?

  package init(_ way: SignInWay?, account: AccountID?) {
    self.way = way
    self.account = account
  }

  /// What to call it on screen.
  var label: String {
    switch way {
    case .profile(let name): name
    case .role(let role): role.name
    case .environment, nil: ""
    }
  }

  static let none = Text(
    en: "the demo has one account; ascheck review lists yours",
    ja: "デモのアカウントは1つだけです。ascheck review で自分のアカウントを表示できます"
  )

  static let running = Text(
    en: "a scan is running; Ctrl-X cancels it",
    ja: "スキャンの実行中です。Ctrl-X で中止できます"
  )

  /// What the page of accounts against rows is refused with.
  static let single = Text(
    en: "one account is saved; P lists the profiles",
    ja: "保存済みのアカウントは1つです。P でプロファイルを表示します"
  )

  static let unfinished = Text(
    en: "an evaluation is not recorded yet; record or discard it first",
    ja: "記録していない評価があります。先に記録するか破棄してください"
  )

  static let savedOnly = Text(
    en: "these are the saved results; no profile leads to this account, so it cannot be scanned",
    ja: "保存済みの結果です。このアカウントのプロファイルがないため、スキャンはできません"
  )

  /// What a scan is refused with where nobody knows how to sign in to the account.
  static let noProfile = Text(
    en: "no profile leads to this account; P chooses one",
    ja: "このアカウントのプロファイルがありません。P で選んでください"
  )
}

extension SignInWay {
  /// Not clean yet.
  var name: Text {
    switch self {
    case .profile(let name): Text(en: name, ja: name)
    case .environment: Text(en: "the environment's keys", ja: "環境変数の認証情報")
    case .role(let role): Text(en: "the role \(role.name)", ja: "ロール \(role.name)")
    }
  }
}
