/// Splits a command line as a POSIX shell does, without doing anything else a shell does.
enum ShellWords {
  /// `nil` when a quote is left open or the line ends in a backslash.
  static func split(_ text: String) -> [String]? {
    var splitter = Splitter()
    for character in text { splitter.take(character) }
    return splitter.finished()
  }

  private struct Splitter {
    private var words: [String] = []
    private var word: String?
    private var quote: Character?
    private var isEscaped = false

    mutating func take(_ character: Character) {
      if isEscaped {
        // Between double quotes a backslash is itself before all but these.
        if quote == "\"", character != "\"", character != "\\" { append("\\") }
        append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
        word = word ?? ""
      } else if let open = quote {
        if character == open { quote = nil } else { append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        append(character)
      }
    }

    func finished() -> [String]? {
      guard quote == nil, !isEscaped else { return nil }
      return word.map { words + [$0] } ?? words
    }

    private mutating func append(_ character: Character) {
      word = (word ?? "") + String(character)
    }
  }
}
