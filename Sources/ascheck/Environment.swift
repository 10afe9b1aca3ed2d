import Domain
import Glibc

/// The process's environment variables, read once.
struct Environment: Sendable {
  let variables: [String: String]

  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The language of the locale, in the order libc looks: `LC_ALL`, `LC_MESSAGES`, `LANG`.
  var language: Language {
    let locale = self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] ?? ""
    return locale.lowercased().hasPrefix("ja") ? .japanese : .english
  }

  /// Who is at the keyboard, for a record's reviewer: `user@host`.
  var userAtHost: String {
    var name = [CChar](repeating: 0, count: 256)
    let host = gethostname(&name, name.count - 1) == 0 ? Self.text(name) : "localhost"
    return "\(user)@\(host)"
  }

  /// Whether nothing may be drawn: somebody said so, or the terminal cannot.
  var isPlain: Bool { self["ASCHECK_PLAIN"] == "1" || self["TERM"] == "dumb" }

  /// Whether the screen leaves the state file as it is; `nil` where nobody said so.
  var isReadOnly: Bool? { self["ASCHECK_READ_ONLY"].map { $0 == "1" } }

  /// The console of Linux and dumb terminals print what they do not know.
  var knowsHyperlinks: Bool {
    guard let type = self["TERM"] else { return false }
    return !["dumb", "linux"].contains(type) && !type.hasPrefix("vt")
  }

  var user: String { self["USER"] ?? self["LOGNAME"] ?? Self.userName }

  /// As the system knows the user, where the environment does not, as in containers.
  private static var userName: String {
    var buffer = [CChar](repeating: 0, count: 1_024)
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    let failure = getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found)
    guard failure == 0, found != nil, let name = entry.pw_name else { return "uid\(getuid())" }
    return String(cString: name)
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
