import Domain
import TerminalUI

/// Something that can be asked for just now: a line of the help and of the command line.
package struct Entry: Sendable {
  /// As it is typed on the command line.
  let name: String
  private(set) var keys: [Key]
  let words: Text
  /// Why it cannot be done now.
  private(set) var refusal: Text?
  /// What does it on the screen it is about; `nil` for keys that no screen sees.
  let step: Step?

  init<Command>(_ binding: KeyBinding<Command>, refusal: Text?, step: Step) {
    name = CommandName(binding.command).words
    keys = binding.keys
    words = binding.help
    self.refusal = refusal
    self.step = step
  }

  init(_ filter: Configuration.SavedFilter) {
    name = "filter-\(filter.name)"
    keys = []
    words = Text(en: "filter \(filter.words)", ja: "絞込 \(filter.words)")
    refusal = nil
    step = .narrow(filter.words)
  }

  private init(_ name: String, _ key: Key, _ words: Text) {
    self.name = name
    keys = [key]
    self.words = words
    refusal = nil
    step = nil
  }

  /// Under the keys that somebody has chosen.
  func with(_ changes: KeyChanges, on page: KeyTable) -> Self {
    var entry = self
    entry.keys = changes.keys(ofCommandNamed: name) ?? keys
    entry.refusal = refusal.map { changes.naming($0, on: page) }
    return entry
  }

  /// Keys that the terminal's side answers before any screen sees them.
  static let ofTerminal = [
    Entry("repaint", .control("l"), Text(en: "draw everything again", ja: "再描画")),
    Entry("suspend", .control("z"), Text(en: "suspend", ja: "一時停止")),
  ]

  func labels(in language: Language) -> String {
    keys.map { $0.label[language] }.joined(separator: " ")
  }

  /// Whether somebody typed one of its keys.
  func hasKey(_ typed: String) -> Bool {
    keys.contains { $0.label.en == typed || $0.label.ja == typed }
  }

  /// What it can be found by, in both languages.
  var searchNames: [String] { [name, words.en, words.ja] }

  /// What running it asks of the router: to do it on the screen below, or to say why not.
  var run: Step {
    if let refusal { return .say(refusal) }
    guard let step else {
      let key = Text(en: labels(in: .english), ja: labels(in: .japanese))
      return .say(
        Text(
          en: "only its key does this, anywhere: \(key.en)",
          ja: "この操作はキーだけで行えます: \(key.ja)"
        )
      )
    }
    return .instead(step)
  }
}
