/// Cutting and filling text to a number of cells, never through half of a wide character.
extension String {
  /// Cut at the end, with two dots in place of what is missing.
  package func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return self }
    guard width > 2 else { return String(repeating: ".", count: max(0, width)) }
    return prefix(width: width - 2) + ".."
  }

  /// Cut in the middle, for names whose tail tells them apart, such as ARNs.
  package func truncatedMiddle(toWidth width: Int) -> String {
    guard displayWidth > width else { return self }
    guard width > 2 else { return String(repeating: ".", count: max(0, width)) }
    let head = prefix(width: (width - 2) / 2)
    return head + ".." + suffix(width: width - 2 - head.displayWidth)
  }

  /// Cut or filled with spaces on the right to exactly `width` cells.
  package func padded(toWidth width: Int) -> String {
    let text = truncated(toWidth: width)
    return text + String(repeating: " ", count: max(0, width - text.displayWidth))
  }

  /// Cut or filled with spaces on the left to exactly `width` cells, as numbers are.
  package func paddedLeft(toWidth width: Int) -> String {
    let text = truncated(toWidth: width)
    return String(repeating: " ", count: max(0, width - text.displayWidth)) + text
  }

  /// The longest beginning that takes at most `width` cells, with the marks that belong to it.
  package func prefix(width: Int) -> String {
    var used = 0
    let end = unicodeScalars.firstIndex { scalar in
      used += scalar.displayWidth
      return used > width
    }
    return String(unicodeScalars[..<(end ?? unicodeScalars.endIndex)])
  }

  /// The longest end that takes at most `width` cells and does not begin with a mark.
  package func suffix(width: Int) -> String {
    var left = displayWidth
    var rest = unicodeScalars[...]
    while let first = rest.first, left > width || first.displayWidth == 0 {
      left -= first.displayWidth
      rest.removeFirst()
    }
    return String(rest)
  }
}
