/// Keeps what must not be shown out of sight.
enum Redaction {
  /// The first four characters and the last four; of a short text, none.
  static func shortened(_ text: String) -> String {
    text.count < 12 ? "****" : "\(text.prefix(4))...\(text.suffix(4))"
  }

  /// A URL without the user name and the password in it.
  static func url(_ text: String) -> String {
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let end = text[start...].firstIndex(of: "/") ?? text.endIndex
    guard let at = text[start..<end].lastIndex(of: "@") else { return text }
    return "\(text[..<start])****\(text[at...])"
  }
}
