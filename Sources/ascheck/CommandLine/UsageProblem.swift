import ArgumentParser
import Domain

extension Failure {
  /// A command line that the argument parser does not understand.
  ///
  /// The parser only has English words, in shapes of its own (ErrorMessageGenerator of
  /// swift-argument-parser); of those that are not known here, the words are passed on.
  init(unparsable error: any Error) {
    let message = Ascheck.message(for: error)
    let command = Ascheck.fullMessage(for: error)
      .firstMatch(of: /See '(.+) --help'/).map { String($0.output.1) }
    let help = "\(command ?? "ascheck") --help"
    let unknown = command == "ascheck" ? Self.command(message) : nil
    self.init(
      unknown ?? Self.problem(message) ?? Self.value(message) ?? Text(en: message, ja: message),
      hint: Text(en: "\(help) lists what can be given.", ja: "\(help) で使い方を確認できます。"),
      exitCode: .usage
    )
  }

  private static func command(_ message: String) -> Text? {
    guard let name = message.wholeMatch(of: /Unexpected argument '(.+)'/)?.output.1 else {
      return nil
    }
    return Text(en: "there is no command \(name)", ja: "\(name) というコマンドはありません")
  }

  private static func problem(_ message: String) -> Text? {
    if let match = message.wholeMatch(of: /Unknown option '(.+)'\. Did you mean '(.+)'\?/) {
      let (name, other) = (match.output.1, match.output.2)
      return Text(
        en: "there is no option \(name); did you mean \(other)?",
        ja: "\(name) というオプションはありません。\(other) のことですか?"
      )
    }
    if let name = message.wholeMatch(of: /Unknown option '(.+)'/)?.output.1 {
      return Text(en: "there is no option \(name)", ja: "\(name) というオプションはありません")
    }
    if let words = message.wholeMatch(of: /\d+ unexpected arguments: '(.+)'/)?.output.1
      ?? message.wholeMatch(of: /Unexpected argument '(.+)'/)?.output.1
    {
      let words = words.replacing("', '", with: " ")
      return Text(en: "\"\(words)\" has no meaning here", ja: "「\(words)」は指定できません")
    }
    if let name = message.wholeMatch(of: /Missing expected argument '(.+)'/)?.output.1 {
      return Text(en: "\(name) is missing", ja: "\(name) を指定してください")
    }
    if let name = message.wholeMatch(of: /Missing value for '(.+)'/)?.output.1 {
      return Text(en: "\(name) lacks its value", ja: "\(name) の値がありません")
    }
    return nil
  }

  private static func value(_ message: String) -> Text? {
    let shape = /The value '(.*)' is invalid for '(.+?)'(?:\. Please provide one of (.+)\.)?/
    guard let match = message.wholeMatch(of: shape) else { return nil }
    let (value, name, known) = (match.output.1, match.output.2, match.output.3)
    guard let known else {
      return Text(en: "\(name) cannot be \"\(value)\"", ja: "\(name) に「\(value)」は指定できません")
    }
    let values = known.matches(of: /'(.+?)'/).map { $0.output.1 }.joined(separator: ", ")
    return Text(
      en: "\(name) cannot be \"\(value)\" (one of: \(values))",
      ja: "\(name) に「\(value)」は指定できません (指定できる値: \(values))"
    )
  }
}

/// Options that do not go together.
extension Failure {
  static let tooManyScans = misuse(
    Text(en: "two scans can be compared, not more", ja: "比較できるスキャンは2つまでです"),
    of: "diff"
  )
  static let tooFarAhead = misuse(
    Text(en: "--within takes 0 to 180 days", ja: "--within は0から180までの日数です"),
    of: "due"
  )
  static let findingsAndPattern = misuse(
    Text(
      en: "an exception is for findings or for a pattern, not for both",
      ja: "例外の対象は、検出かパターンのどちらか一方です"
    ),
    of: "except"
  )
  static let severalRegions = misuse(
    Text(
      en: "a pattern has one region; several need an exception each",
      ja: "パターンのリージョンは1つだけです。複数のときは例外を分けてください"
    ),
    of: "except"
  )
  static let outOfScopeWithoutRegions = misuse(
    Text(
      en: "--out-of-scope goes with --region and nothing else",
      ja: "--out-of-scope は --region だけと一緒に使います"
    ),
    of: "except"
  )
  static let severalActs = misuse(
    Text(
      en: "--renew, --end, --export and --import do not go together",
      ja: "--renew、--end、--export、--import は同時に指定できません"
    ),
    of: "exceptions"
  )
  static let renewalWithoutEnd = misuse(
    Text(en: "--renew and --until go together", ja: "--renew と --until は一緒に指定してください"),
    of: "exceptions"
  )

  private static func misuse(_ problem: Text, of command: String) -> Self {
    Self(
      problem,
      hint: Text(
        en: "ascheck \(command) --help lists what can be given.",
        ja: "ascheck \(command) --help で使い方を確認できます。"
      ),
      exitCode: .usage
    )
  }
}
