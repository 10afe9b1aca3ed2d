/// Who passes requests on, by the scheme of the request.
package struct Proxies: Hashable, Sendable {
  package var http: String?
  package var https: String?
  /// Hosts that are reached without one, as `NO_PROXY` lists them.
  package var exceptions: String?

  package init() {}

  /// From `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
  ///
  /// The spelling in small letters wins, as for other programs.
  package init(_ environment: [String: String]) {
    func value(_ name: String) -> String? {
      let text = environment[name.lowercased()] ?? environment[name]
      return text?.isEmpty == true ? nil : text
    }
    http = value("HTTP_PROXY") ?? value("ALL_PROXY")
    https = value("HTTPS_PROXY") ?? value("ALL_PROXY")
    exceptions = value("NO_PROXY")
  }
}
