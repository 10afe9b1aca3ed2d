/// Paths taken apart, as far as the state store needs it.
enum Path {
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  static func sibling(_ name: String, of path: String) -> String {
    let folder = folder(of: path)
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }
}
