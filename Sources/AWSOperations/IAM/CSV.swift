/// Comma-separated values as RFC 4180 has them.
enum CSV {
  /// The fields of each record; empty lines are no records.
  static func records(in text: String) -> [[String]] {
    var reader = Reader()
    for character in text.unicodeScalars { reader.take(character) }
    return reader.finish()
  }

  private struct Reader {
    private var records: [[String]] = []
    private var fields: [String] = []
    private var field = ""
    private var isQuoted = false
    private var justClosed = false

    mutating func take(_ character: Unicode.Scalar) {
      let closed = justClosed
      justClosed = false
      switch character {
      case "\"" where isQuoted:
        isQuoted = false
        justClosed = true
      case "\"":
        // A quote after a closing one is a quote in the field.
        if closed { field.unicodeScalars.append(character) }
        isQuoted = true
      case _ where isQuoted: field.unicodeScalars.append(character)
      case ",": endField()
      case "\n", "\r": endRecord()
      default: field.unicodeScalars.append(character)
      }
    }

    mutating func finish() -> [[String]] {
      endRecord()
      return records
    }

    private mutating func endField() {
      fields.append(field)
      field = ""
    }

    private mutating func endRecord() {
      guard !fields.isEmpty || !field.isEmpty else { return }
      endField()
      records.append(fields)
      fields = []
    }
  }
}
