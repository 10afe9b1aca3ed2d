/// How many cells text takes.
///
/// From our own tables and never from libc, so that a screen is the same on every machine.
extension Unicode.Scalar {
  /// 0 for marks and invisible characters, 2 for East Asian wide ones, controls included in 0.
  package var displayWidth: Int {
    switch value {
    case 0x20...0x7E, 0xA0...0x2FF: 1
    case 0x00...0x9F: 0
    case 0x3041...0x3096, 0x309B...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: 2
    default: Self.tabledWidth(of: value)
    }
  }

  /// Some terminals draw these in one cell and some in two: none may stand on a screen of ours.
  package var hasAmbiguousWidth: Bool {
    value > 0x7E && CodePoints.ambiguous.contains(value)
  }

  /// A mark that is drawn over the character before it, unlike invisible format characters.
  var isCombiningMark: Bool {
    guard displayWidth == 0, !(0xFE00...0xFE0F).contains(value) else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  private static func tabledWidth(of value: UInt32) -> Int {
    if CodePoints.wide.contains(value) { return 2 }
    return CodePoints.zeroWidth.contains(value) ? 0 : 1
  }
}

extension String {
  /// The cells this takes on one line.
  package var displayWidth: Int {
    unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  package var hasAmbiguousWidth: Bool {
    unicodeScalars.contains { $0.hasAmbiguousWidth }
  }
}

/// A set of code points as sorted ranges.
struct CodePoints {
  private let lowerBounds: [UInt32]
  private let upperBounds: [UInt32]

  /// Reads hexadecimal ranges, such as `300-36F 483`, in ascending order.
  init(_ ranges: String) {
    let bounds = ranges.split { $0 == " " || $0 == "\n" }.map { range in
      range.split(separator: "-").compactMap { UInt32($0, radix: 16) }
    }
    lowerBounds = bounds.compactMap(\.first)
    upperBounds = bounds.compactMap(\.last)
  }

  func contains(_ value: UInt32) -> Bool {
    var low = 0
    var high = lowerBounds.count
    while low < high {
      let middle = (low + high) / 2
      if upperBounds[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < lowerBounds.count && lowerBounds[low] <= value
  }
}
