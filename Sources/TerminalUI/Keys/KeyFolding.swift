/// Typing commands with an input method on.
///
/// Japanese operators often press keys while full-width input is active. What those keys meant is
/// known for full-width ASCII, the ideographic space, and the three marks that a kana layout gives
/// for `/`, `?` and `:`.
extension Key {
  /// The key that was meant; itself when there is nothing to fold.
  package var folded: Key {
    guard case .character(let character) = self,
      let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1
    else { return self }
    return scalar.foldedKey.map { .character(Character($0)) } ?? self
  }

  /// Whether this is kana or kanji that no command can mean, so that the input method must be on.
  package var isFromInputMethod: Bool {
    guard case .character(let character) = folded, let scalar = character.unicodeScalars.first
    else { return false }
    switch scalar.value {
    case 0x3000...0x30FF, 0x3400...0x9FFF, 0xFF00...0xFF9F: return true
    default: return false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var foldedKey: Unicode.Scalar? {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
    case 0x3000: " "
    case 0x30FB, 0xFF65: "/"
    default: nil
    }
  }
}
