/// Putting together what some systems store in pieces.
///
/// Names typed on a Mac come with voicing marks and Korean syllables apart. Only these two are
/// composed: other letters keep their marks, which a cell holds.
extension Unicode.Scalar {
  func composed(with next: Unicode.Scalar) -> Unicode.Scalar? {
    switch next.value {
    case 0x3099: shifted(by: voicingOffset)
    case 0x309A: shifted(by: isHRowKana ? 2 : nil)
    case 0x1161...0x1175: syllable(withVowel: next.value - 0x1161)
    case 0x11A8...0x11C2: syllable(withFinal: next.value - 0x11A7)
    default: nil
    }
  }

  /// Katakana lies 0x60 above hiragana, sign for sign.
  private var asHiragana: UInt32 {
    (0x30A1...0x30FE).contains(value) ? value - 0x60 : value
  }

  private var isHRowKana: Bool {
    [0x306F, 0x3072, 0x3075, 0x3078, 0x307B].contains(asHiragana)
  }

  private var voicingOffset: UInt32? {
    switch asHiragana {
    case 0x304B...0x3061 where asHiragana % 2 == 1: 1
    case 0x3064, 0x3066, 0x3068, 0x309D: 1
    case 0x3046: 0x4E
    default: isHRowKana ? 1 : nil
    }
  }

  /// By the arithmetic of the Unicode Standard, section 3.12.
  private func syllable(withVowel vowel: UInt32) -> Unicode.Scalar? {
    guard (0x1100...0x1112).contains(value) else { return nil }
    return Unicode.Scalar(0xAC00 + ((value - 0x1100) * 21 + vowel) * 28)
  }

  private func syllable(withFinal final: UInt32) -> Unicode.Scalar? {
    guard (0xAC00...0xD7A3).contains(value), (value - 0xAC00) % 28 == 0 else { return nil }
    return Unicode.Scalar(value + final)
  }

  private func shifted(by offset: UInt32?) -> Unicode.Scalar? {
    offset.flatMap { Unicode.Scalar(value + $0) }
  }
}
