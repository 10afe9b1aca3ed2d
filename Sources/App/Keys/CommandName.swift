/// The stable English name of a command: `runAll` is `run-all`, `move(.halfDown)` `move-half-down`.
///
/// People type it on the command line. A test lists the names, so that none changes unnoticed.
struct CommandName: Hashable, Sendable {
  let words: String

  /// Commands are enums, so that their description is made of the names of cases.
  init(_ command: some Hashable) {
    let parts = "\(command)".split { "()".contains($0) }.map { part in
      part.split(separator: ".").last.map(String.init) ?? ""
    }
    words = parts.map(Self.hyphenated).joined(separator: "-")
  }

  private static func hyphenated(_ name: String) -> String {
    name.reduce(into: "") { words, letter in
      words += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }
}
