extension HTTPResponse {
  /// Reads the lines of an HTTP/1 header block.
  ///
  /// The status line and lines without a colon are skipped. Names become lower-case; the values of
  /// a repeated name are joined by a comma, as RFC 9110 allows.
  static func headers(fromBlock block: some BidirectionalCollection<UInt8>) -> [String: String] {
    var headers: [String: String] = [:]
    for line in block.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      guard !name.hasPrefix("http/") else { continue }
      let value = trimmed(line[line.index(after: colon)...])
      headers[name] = headers[name].map { "\($0), \(value)" } ?? value
    }
    return headers
  }

  private static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let kept = bytes.drop(while: isBlank)
    guard let last = kept.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(decoding: kept[...last], as: UTF8.self)
  }
}
