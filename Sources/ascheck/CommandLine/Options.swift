import ArgumentParser
import Checks
import Domain
import Reports
import Scanner
import TerminalUI

/// Options every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      en: "The state file. Default: $XDG_STATE_HOME/ascheck/state.json, else under ~/.local/state.",
      ja: "状態ファイル。既定は $XDG_STATE_HOME/ascheck/state.json、変数がなければ ~/.local/state の下",
      valueName: "path"
    )
  )
  var state: String?

  @Option(
    help: ArgumentHelp(
      en: "The language: en or ja. Default: as the locale says.",
      ja: "言語。既定は設定ファイル、次にロケール"
    )
  )
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      en: "The account (12 digits), where the state file holds several.",
      ja: "アカウント (12桁)。状態ファイルに複数ある場合に指定",
      valueName: "id"
    )
  )
  var account: AccountID?
}

/// Options of commands that call AWS.
struct AccessOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      en: "The profile of the AWS configuration.",
      ja: "AWS の設定ファイルのプロファイル",
      valueName: "name"
    )
  )
  var profile: String?

  @Option(
    help: ArgumentHelp(
      en: "Where to send every call instead of to AWS.",
      ja: "すべての呼び出しを AWS の代わりに送る先の URL",
      valueName: "url"
    )
  )
  var endpointURL: String?

  @Option(
    name: .customLong("region"),
    parsing: .upToNextOption,
    help: ArgumentHelp(
      en: "Only these regions. Default: all that the account has enabled.",
      ja: "対象のリージョン。既定はアカウントで有効なすべて",
      valueName: "region"
    )
  )
  var regions: [Region] = []

  @Option(
    help: ArgumentHelp(
      en: "Ends a scan after this many seconds; what is left is unknown.",
      ja: "スキャンの制限秒数。残りは判定不能になる",
      valueName: "seconds"
    )
  )
  var timeLimit: Int = 3_600
}

/// Whether evidence that AWS charges for is read too.
struct PaidOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      en:
        "Also read what AWS charges for: the costs beside ASC 06, USD 0.01 a request, usually one.",
      ja: "有料の呼び出しも行い、ASC 06 の費用を取得する。1回 0.01 USD、通常は1回で済む"
    )
  )
  var paid = false

  var request: EvidenceRequest {
    let priced = Catalog.checks.map(\.id).filter { Evidence.price(of: $0) != nil }
    return EvidenceRequest(paidRows: paid ? Set(priced) : [])
  }
}

/// Options of what is drawn or coloured.
struct ColorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      en: "auto, always or never. NO_COLOR is honoured.",
      ja: "色を付けるか。NO_COLOR に従う"
    )
  )
  var color: Theme.ColorChoice = .auto
}

/// Whether printed text has links that the terminal opens (OSC 8).
enum HyperlinkChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// Options of the screen.
struct ScreenOptions: ParsableArguments {
  @OptionGroup var colors: ColorOptions

  @Option(
    help: ArgumentHelp(
      en: "The screen's colours: auto, dark, light, mono or high-contrast.",
      ja: "画面の配色"
    )
  )
  var theme: Theme.Name?

  @Flag(
    help: ArgumentHelp(
      en: "Line by line, for screen readers: nothing is redrawn.",
      ja: "1行ずつ出力し、再描画しない (スクリーンリーダー向け)"
    )
  )
  var plain = false

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      en: "Leaves the state file as it is: look, decide nothing, scan nothing.",
      ja: "状態ファイルを変更しない。評価もスキャンもしない"
    )
  )
  var readOnly: Bool?

  var color: Theme.ColorChoice { colors.color }
}

extension Language: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension DocumentFormat: ExpressibleByArgument {}
extension Theme.ColorChoice: ExpressibleByArgument {}
extension Theme.Name: ExpressibleByArgument {}

extension Region: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension AccountID: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(digits: argument.filter { $0 != "-" })
  }
}

extension ArgumentHelp {
  /// Of the `--format` of most commands.
  static let format = Self(en: "How to print: text or json.", ja: "出力形式")
}
