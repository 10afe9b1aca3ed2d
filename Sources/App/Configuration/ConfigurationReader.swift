import Domain
import TerminalUI

/// Reads the configuration line by line.
struct ConfigurationReader {
  private var configuration = Configuration()
  private var changes: [KeyChanges.Line] = []
  private var line = 0

  mutating func take(_ text: Substring, number: Int) {
    line = number
    let text = text.trimmed
    guard !text.isEmpty, !text.hasPrefix("#") else { return }
    guard let equals = text.firstIndex(of: "=") else {
      return report(Text(en: "a line is `name = value`", ja: "`名前 = 値` の形で書いてください"))
    }
    let name = text[..<equals].trimmed
    set(String(name), to: unquoted(text[text.index(after: equals)...].trimmed))
  }

  /// Keys last: whether two clash can only be told once all are known.
  consuming func finished() -> Configuration {
    let (keys, faults) = KeyChanges.settled(changes)
    configuration.keys = keys
    configuration.faults = (configuration.faults + faults).sorted { $0.line < $1.line }
    return configuration
  }

  /// Spaces at either end of a value stay between quotes.
  private func unquoted(_ value: Substring) -> String {
    value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"")
      ? String(value.dropFirst().dropLast()) : String(value)
  }

  private mutating func set(_ name: String, to value: String) {
    switch name {
    case "language":
      if let language = one(of: Language.allCases, value) { configuration.language = language }
    case "reviewer":
      guard !value.isEmpty else { return report(Text(en: "a name is missing", ja: "名前がありません")) }
      configuration.reviewer = value
    case "theme":
      if let theme = one(of: Theme.Name.allCases, value) { configuration.theme = theme }
    case "stale":
      if let staleness = one(of: Staleness.allCases, value) { configuration.staleness = staleness }
    case "escape-delay": setEscapeDelay(value)
    case _ where name.hasPrefix("filter."): addFilter(String(name.dropFirst(7)), value)
    case _ where name.hasPrefix("key."):
      addKeys(of: String(name.dropFirst(4)), value)
    default:
      let known = "language, reviewer, theme, stale, escape-delay, filter.NAME, key.COMMAND"
      report(
        Text(en: "no option is called \(name): \(known)", ja: "「\(name)」という設定はありません: \(known)")
      )
    }
  }

  private mutating func one<Value: RawRepresentable<String>>(
    of values: [Value],
    _ typed: String
  ) -> Value? {
    if let value = Value(rawValue: typed) { return value }
    let known = values.map(\.rawValue).joined(separator: ", ")
    report(
      Text(en: "not \(typed), but one of \(known)", ja: "「\(typed)」は使えません。\(known) のどれかにしてください")
    )
    return nil
  }

  private mutating func setEscapeDelay(_ value: String) {
    guard let delay = Int(value), (0...1_000).contains(delay) else {
      return report(Text(en: "milliseconds, 0 to 1000", ja: "0から1000までのミリ秒で書いてください"))
    }
    configuration.escapeDelay = delay
  }

  private mutating func addFilter(_ name: String, _ words: String) {
    if name.isEmpty || words.isEmpty {
      return report(
        Text(en: "a filter is `filter.NAME = words`", ja: "`filter.名前 = 語` の形で書いてください")
      )
    }
    if let problem = FilterQuery(words, fields: Findings.fields).problem { return report(problem) }
    configuration.filters.append(.init(name: name, words: words))
  }

  private mutating func addKeys(of command: String, _ names: String) {
    var keys: [Key] = []
    for name in names.split(separator: " ") {
      guard let key = Key(named: String(name)) else {
        return report(
          Text(
            en: "no key is called \(name); keys are like r, F6, Ctrl-r, Space, Enter, PgDn",
            ja: "「\(name)」というキーはありません。r、F6、Ctrl-r、Space、Enter、PgDn のように書いてください"
          )
        )
      }
      keys.append(key)
    }
    changes.append(.init(number: line, command: command, keys: keys))
  }

  private mutating func report(_ text: Text) {
    configuration.faults.append(.init(line: line, text: text))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = self
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
