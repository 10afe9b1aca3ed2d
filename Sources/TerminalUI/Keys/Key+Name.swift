import Domain

extension Key {
  /// The key that help calls so in English, such as `r`, `F6`, `Ctrl-r`, `Space` or `PgDn`.
  package init?(named name: String) {
    let lower = name.lowercased()
    if let key = Self.named[lower] {
      self = key
    } else if lower.hasPrefix("ctrl-"), let letter = lower.dropFirst(5).first, lower.count == 6,
      letter.isASCII, letter.isLetter
    {
      self = .control(letter)
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else if name.count == 1, let character = name.first {
      self = Key.character(character).folded
    } else {
      return nil
    }
  }

  private static let named: [String: Key] = {
    let keys: [Key] = [
      " ", .up, .down, .left, .right, .shiftUp, .shiftDown, .controlLeft, .controlRight, .home,
      .end, .pageUp, .pageDown, .enter, .tab, .shiftTab, .escape, .backspace, .delete,
    ]
    return Dictionary(uniqueKeysWithValues: keys.map { ($0.label.en.lowercased(), $0) })
  }()
}
