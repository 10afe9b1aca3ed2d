import ArgumentParser
import Domain

extension Language {
  /// The language of this command line, before it is parsed.
  ///
  /// The parser asks the commands for the words of their help without saying for whom, so this
  /// alone is not passed in.
  static let ofThisCommandLine = asked(
    of: CommandLine.arguments,
    Environment(variables: Environment.ofThisProcess)
  )

  /// What `--lang` says, even where the rest has no meaning; else the configuration or the locale.
  private static func asked(of arguments: [String], _ environment: Environment) -> Self {
    let named =
      zip(arguments, arguments.dropFirst()).first { $0.0 == "--lang" }?.1
      ?? arguments.first { $0.hasPrefix("--lang=") }?.dropFirst("--lang=".count).description
    return named.flatMap(Self.init(rawValue:)) ?? ConfigurationFile(environment).language
      ?? environment.language
  }
}

extension ArgumentHelp {
  init(en: String, ja: String, valueName: String? = nil) {
    self.init(Text(en: en, ja: ja)[.ofThisCommandLine], valueName: valueName)
  }
}

extension CommandConfiguration {
  init(
    commandName: String,
    abstract: Text,
    discussion: Text = Text(en: "", ja: ""),
    version: String = "",
    subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: commandName,
      abstract: abstract[.ofThisCommandLine],
      discussion: discussion[.ofThisCommandLine],
      version: version,
      subcommands: subcommands
    )
  }
}
