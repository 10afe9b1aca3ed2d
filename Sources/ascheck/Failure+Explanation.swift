import AWSClient
import ArgumentParser
import Checks
import CursesTerminal
import Domain
import Scanner
import StateStore

extension Failure {
  /// The words for whatever ended a command.
  init(explaining error: any Error) {
    self =
      switch error {
      case let failure as Failure: failure
      case let error as SettingsError: Self(error.problem, hint: error.hint, exitCode: .usage)
      case let error as CredentialError: Self(error.problem, hint: error.hint)
      case let error as ScanFailure: Self(error)
      case .refused(let refusal) as StateError:
        Self(refusal.problem, hint: refusal.hint, exitCode: .usage)
      case let error as StateError: Self(error.problem, hint: error.hint)
      case let error as ExportError: Self(error.problem, hint: error.hint)
      case let error as ExceptionsFileError:
        Self(error.problem, hint: error.hint, exitCode: .usage)
      case let error as TerminalError: Self(error.problem, hint: error.hint, exitCode: .usage)
      case let error as TransportFailure: Self(error)
      default: Self(unforeseen: error)
      }
  }

  private init(_ failure: ScanFailure) {
    self =
      switch failure {
      case .cancelled:
        Self(
          Text(en: "the scan was cancelled", ja: "スキャンは中止されました"),
          hint: Text(en: "Earlier results are kept.", ja: "以前の結果は残っています。")
        )
      case .noCredentials(let error): Self(error.problem, hint: error.hint)
      case .notIdentified(let gap): Self(identity: gap)
      case .notListed(let gap):
        Self(
          Text(
            en: "the organization's accounts could not be listed "
              + "(\(gap.code ?? gap.cause.rawValue))",
            ja: "組織のアカウント一覧を取得できませんでした (\(gap.code ?? gap.cause.rawValue))"
          ),
          hint: Text(
            en: "Sign in to the management account or a delegated administrator with "
              + "organizations:ListAccounts, or name a file of account numbers.",
            ja: "管理アカウントまたは委任された管理者で organizations:ListAccounts を許可するか、"
              + "アカウント番号のファイルを指定してください。"
          )
        )
      case .unknownRegion(let region, let enabled): Self(region, enabled: enabled)
      case .otherAccount(let account): Self(other: account)
      }
  }

  private init(other account: AccountID) {
    self.init(
      Text(
        en: "the credentials now belong to account \(account.digits)",
        ja: "認証情報が別のアカウント \(account.digits) のものに変わっています"
      ),
      hint: Text(
        en: "Nothing was changed. R scans that account.",
        ja: "結果は変更していません。R でそのアカウントをスキャンできます"
      )
    )
  }

  private init(_ region: Region, enabled: [Region]) {
    let names = enabled.map(\.name).joined(separator: ", ")
    self.init(
      Text(
        en: "the account has no enabled region \(region.name)",
        ja: "このアカウントで有効なリージョンに \(region.name) はありません"
      ),
      hint: Text(en: "Enabled are: \(names)", ja: "有効なリージョン: \(names)"),
      exitCode: .usage
    )
  }

  /// The first call, which asks who we are, got no useful answer.
  private init(identity gap: Gap) {
    let detail = [gap.code, gap.message].compactMap { $0 }.joined(separator: ": ")
    let problem = Text(
      en: "AWS did not tell who the credentials belong to (\(detail))",
      ja: "認証情報の持ち主を確認できませんでした (\(detail))"
    )
    switch gap.cause {
    case .credentials:
      self.init(
        problem,
        hint: Text(
          en: "Sign in again (aws sso login) or renew the keys; "
            + "aws sts get-caller-identity checks them.",
          ja: "サインインし直す (aws sso login) か鍵を更新し、aws sts get-caller-identity で確認してください。"
        )
      )
    case .unreachable:
      self.init(
        Text(en: "AWS cannot be reached: \(detail)", ja: "AWS に接続できません: \(detail)"),
        hint: Text(
          en: "Check the network, the proxy (HTTPS_PROXY), the region name and AWS_ENDPOINT_URL.",
          ja: "ネットワーク、プロキシ (HTTPS_PROXY)、リージョン名、AWS_ENDPOINT_URL を確認してください。"
        )
      )
    default:
      self.init(problem, hint: GapWords.sentence(for: gap))
    }
  }

  private init(_ failure: TransportFailure) {
    let detail = if case .unreachable(let words) = failure { words } else { "cancelled" }
    self.init(
      Text(en: "no connection can be made: \(detail)", ja: "接続を準備できません: \(detail)"),
      hint: Text(
        en: "Check AWS_CA_BUNDLE and that libcurl is installed.",
        ja: "AWS_CA_BUNDLE の設定と libcurl の導入を確認してください。"
      )
    )
  }

  private init(unforeseen error: any Error) {
    self.init(
      Text(en: "something unforeseen happened: \(error)", ja: "想定外のエラーが発生しました: \(error)"),
      hint: Text(
        en: "Please report this with the command you typed.",
        ja: "実行したコマンドを添えて開発元へ報告してください。"
      )
    )
  }
}
