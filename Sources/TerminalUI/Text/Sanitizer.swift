import Domain

/// Making text from outside harmless.
///
/// Tags, policy texts, error messages and a colleague's notes may hold escape sequences that act on
/// a terminal, carriage returns that rewrite a line, and marks that turn or hide what is read. All
/// such text passes here once, before it reaches a cell, a report, a log or the clipboard.
package struct Sanitizer: Sendable {
  /// What becomes of line breaks.
  package enum Shape: Sendable {
    /// Shown as `\n`: the text stands in one line.
    case line
    /// Kept; a carriage return before one is dropped.
    case paragraphs
  }

  /// Longer fields are cut here, in code points.
  package static let longest = 4096

  /// The harmless text.
  package private(set) var text = ""
  /// Whether something invisible or without meaning was in the text.
  ///
  /// A name that differs from another by such characters only is itself worth a look.
  package private(set) var hadHiddenCharacters = false

  private let shape: Shape
  private var output = String.UnicodeScalarView()
  private var marks = 0

  package init(_ source: String, as shape: Shape = .line) {
    self.shape = shape
    let scalars = source.unicodeScalars
    let cut = scalars.index(scalars.startIndex, offsetBy: Self.longest, limitedBy: scalars.endIndex)
    for scalar in scalars[..<(cut ?? scalars.endIndex)] { take(scalar) }
    text = String(output) + (cut == nil || cut == scalars.endIndex ? "" : "..")
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E: append(scalar)
    case 0x09: append(" ")
    case 0x0A: appendLineBreak()
    case 0x0D where shape == .paragraphs: break
    case 0x0D: append("\\r")
    case 0x00...0x1F, 0x7F...0x9F: appendEscape(of: scalar)
    case 0xFE00...0xFE0F: break
    case 0x200D where output.last?.displayWidth == 2: break
    default: takeNonASCII(scalar)
    }
  }

  private mutating func takeNonASCII(_ scalar: Unicode.Scalar) {
    if let last = output.last, let composed = last.composed(with: scalar) {
      output.removeLast()
      append(composed)
    } else if scalar.isCombiningMark {
      appendMark(scalar)
    } else if scalar.isHidden {
      hadHiddenCharacters = true
      append("?")
    } else {
      append(scalar)
    }
  }

  private mutating func appendLineBreak() {
    switch shape {
    case .line: append("\\n")
    case .paragraphs: append("\n")
    }
  }

  /// A cell holds a base and four marks; a mark without a base is none.
  private mutating func appendMark(_ mark: Unicode.Scalar) {
    guard let last = output.last, last != "\n", marks < 4 else {
      hadHiddenCharacters = true
      if marks < 4 { append("?") }
      return
    }
    output.append(mark)
    marks += 1
  }

  private mutating func appendEscape(of scalar: Unicode.Scalar) {
    hadHiddenCharacters = true
    let digits = String(scalar.value, radix: 16, uppercase: true)
    append("\\x" + (digits.count < 2 ? "0" : "") + digits)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    output.append(scalar)
    marks = 0
  }

  private mutating func append(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar) }
  }
}

extension Unicode.Scalar {
  /// Draws nothing, turns the direction of reading, or means nothing outside one font.
  var isHidden: Bool {
    switch properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
    default: displayWidth == 0
    }
  }
}

extension String {
  /// This text made harmless, on one line.
  package var sanitized: String { Sanitizer(self).text }
}

extension Text {
  package var sanitized: Self { Self(en: en.sanitized, ja: ja.sanitized) }
}
