import Domain

extension String {
  /// Cells on a terminal: what the checklist's words are made of is one or two wide.
  var cells: Int {
    unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }

  /// ASCII, kana, ideographs and wide punctuation: characters whose width no terminal disputes.
  var isSafeOnScreen: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20...0x7E, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF60: true
      default: false
      }
    }
  }
}
