/// The scheme, host, port and path before every request's own path.
package struct EndpointURL: Hashable, Sendable {
  /// `http` or `https`.
  let scheme: String
  /// With the port, unless it is the scheme's own: as the `Host` header has it.
  let host: String
  /// Empty, or beginning with `/` and not ending with it.
  let basePath: String

  init(host: String) {
    scheme = "https"
    self.host = host
    basePath = ""
  }

  /// Returns `nil` for anything but `http://` or `https://`, a host, and perhaps a port and a path.
  package init?(_ text: String) {
    guard let mark = text.firstRange(of: "://") else { return nil }
    scheme = text[..<mark.lowerBound].lowercased()
    guard let ownPort = ["http": ":80", "https": ":443"][scheme] else { return nil }
    let rest = text[mark.upperBound...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash].lowercased()
    guard Self.isAuthority(authority), !rest.contains(where: { "?#\\ ".contains($0) }) else {
      return nil
    }
    host = authority.hasSuffix(ownPort) ? String(authority.dropLast(ownPort.count)) : authority
    basePath = Self.withoutTrailingSlashes(rest[slash...])
  }

  func url(path: String, query: String) -> String {
    "\(scheme)://\(host)\(path)" + (query.isEmpty ? "" : "?\(query)")
  }

  /// A name or an address, in brackets where it has colons, and perhaps a port.
  private static func isAuthority(_ text: String) -> Bool {
    var name = text[...]
    if let bracket = text.lastIndex(of: "]") {
      guard text.first == "[" else { return false }
      name = text[text.index(after: bracket)...]
      guard name.isEmpty || name.first == ":" else { return false }
    }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.first != ":", !text.isEmpty, !text.contains("@") else {
      return false
    }
    return parts.count < 2 || (1...65535).contains(Int(parts[1]) ?? 0)
  }

  private static func withoutTrailingSlashes(_ path: Substring) -> String {
    guard let last = path.lastIndex(where: { $0 != "/" }) else { return "" }
    return String(path[...last])
  }
}
