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
    return "\(self["USER"] ?? self["LOGNAME"] ?? "uid\(getuid())")@\(host)"
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
