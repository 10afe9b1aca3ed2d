/// Why a finding has its status: a code that lasts and words that may change.
///
/// State files hold the code and the values, never the words, so that a file written in one
/// language reads in the other.
package struct Reason: Hashable, Sendable {
  /// Keeps code and words apart, so that each of a million findings holds but a pointer to them.
  private final class Box: Sendable {
    let code: String
    let words: Text

    init(_ code: String, _ words: Text) {
      self.code = code
      self.words = words
    }
  }

  private let box: Box

  package init(_ code: String, en: String, ja: String) {
    box = Box(code, Text(en: en, ja: ja))
  }

  package var code: String { box.code }
  /// `{name}` stands for the finding's value of that name.
  package var words: Text { box.words }

  /// A reason of which only the code is known, as from a state file of a newer program.
  package init(unknownCode code: String) {
    self.init(code, en: code, ja: code)
  }

  /// The words with the values in their places.
  ///
  /// What a value says is never read as a placeholder: names and messages come from outside.
  package func text(in language: Language, values: Values) -> String {
    var text = ""
    var rest = words[language][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let key = String(rest[rest.index(after: open)..<close])
      text += rest[..<open]
      text += values[key].map(Timestamp.words) ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  package static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.box === rhs.box || lhs.code == rhs.code
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(code)
  }
}

extension Reason {
  package static let nothingToCheck = Reason(
    "nothingToCheck",
    en: "nothing in the account falls under this check",
    ja: "対象のリソースがありません"
  )
  package static let unreadable = Reason(
    "unreadable",
    en: "could not be read: {cause}",
    ja: "取得できませんでした: {cause}"
  )
}
