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
      "The state file. Default: $XDG_STATE_HOME/ascheck/state.json, else under ~/.local/state.",
      valueName: "path"
    )
  )
  var state: String?

  @Option(help: "The language: en or ja. Default: as the locale says.")
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      "The account (12 digits), where the state file holds several.",
      valueName: "id"
    )
  )
  var account: AccountID?
}

/// Options of commands that call AWS.
struct AccessOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The profile of the AWS configuration.", valueName: "name"))
  var profile: String?

  @Option(
    help: ArgumentHelp("Where to send every call instead of to AWS.", valueName: "url")
  )
  var endpointURL: String?

  @Option(
    name: .customLong("region"),
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only these regions. Default: all that the account has enabled.",
      valueName: "region"
    )
  )
  var regions: [Region] = []

  @Option(
    help: ArgumentHelp(
      "Ends a scan after this many seconds; what is left is unknown.",
      valueName: "seconds"
    )
  )
  var timeLimit: Int = 3_600
}

/// Whether evidence that AWS charges for is read too.
struct PaidOptions: ParsableArguments {
  @Flag(
    help: """
      Also read what AWS charges for: the costs beside ASC 06, USD 0.01 a request, usually one.
      """
  )
  var paid = false

  var request: EvidenceRequest {
    let priced = Catalog.checks.map(\.id).filter { Evidence.price(of: $0) != nil }
    return EvidenceRequest(paidRows: paid ? Set(priced) : [])
  }
}

/// Options of what is drawn or coloured.
struct ColorOptions: ParsableArguments {
  @Option(help: "auto, always or never. NO_COLOR is honoured.")
  var color: Theme.ColorChoice = .auto
}

/// Whether printed text has links that the terminal opens (OSC 8).
enum HyperlinkChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// Options of the screen.
struct ScreenOptions: ParsableArguments {
  @OptionGroup var colors: ColorOptions

  @Option(help: "The screen's colours: auto, dark, light, mono or high-contrast.")
  var theme: Theme.Name?

  @Flag(help: "Line by line, for screen readers: nothing is redrawn.")
  var plain = false

  @Flag(
    inversion: .prefixedNo,
    help: "Leaves the state file as it is: look, decide nothing, scan nothing."
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
