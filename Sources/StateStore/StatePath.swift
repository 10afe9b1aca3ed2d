/// Where the state lies when nobody says otherwise.
package enum StatePath {
  /// As the XDG base directory specification says: a relative `XDG_STATE_HOME` is ignored.
  package static func `default`(environment: [String: String]) throws(StateError) -> String {
    if let folder = absolute(environment["XDG_STATE_HOME"]) {
      return "\(folder)/ascheck/state.json"
    }
    guard let home = absolute(environment["HOME"]) else { throw .noPlace }
    return "\(home)/.local/state/ascheck/state.json"
  }

  private static func absolute(_ path: String?) -> String? {
    guard var path, path.hasPrefix("/") else { return nil }
    while path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
