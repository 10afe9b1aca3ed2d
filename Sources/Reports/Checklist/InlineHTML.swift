extension String {
  var escapedHTML: String {
    reduce(into: "") { html, character in
      switch character {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default: html.append(character)
      }
    }
  }

  /// Text of a guide with its `code`, **bold** and bare addresses.
  var inlineHTML: String {
    let parts = split(separator: "`", omittingEmptySubsequences: false)
    // An odd number of marks leaves the last one as it is.
    let closed = parts.count.isMultiple(of: 2) ? parts.count - 1 : parts.count
    return parts.enumerated().map { index, part in
      if index.isMultiple(of: 2) { return String(part).linkedHTML }
      return index < closed
        ? "<code>\(String(part).escapedHTML)</code>" : "`\(String(part).linkedHTML)"
    }
    .joined()
  }

  private var linkedHTML: String {
    var html = ""
    var rest = self[...]
    while let start = rest.firstRange(of: "https://")?.lowerBound {
      let address = rest[start...].prefix { !$0.isWhitespace && $0.isASCII && !"<>\"".contains($0) }
      html += String(rest[..<start]).boldHTML
      let escaped = String(address).escapedHTML
      html += "<a href=\"\(escaped)\">\(escaped)</a>"
      rest = rest[address.endIndex...]
    }
    return html + String(rest).boldHTML
  }

  private var boldHTML: String {
    let parts = escapedHTML.split(separator: "**", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return escapedHTML }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? String(part) : "<strong>\(part)</strong>"
    }
    .joined()
  }
}
