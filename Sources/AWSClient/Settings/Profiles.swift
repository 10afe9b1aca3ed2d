/// The profiles of both shared files.
struct Profiles: Equatable, Sendable {
  /// One profile, with what each file says of it.
  struct Profile: Equatable, Sendable {
    let name: String
    /// Of the credentials file.
    var shared: Place?
    /// Of the config file.
    var config: Place?

    /// The credentials file's value, else the config file's.
    subscript(key: String) -> Found? { shared?[key] ?? config?[key] }

    /// True when a file has half a key pair at least.
    var hasStaticKeys: Bool {
      self["aws_access_key_id"] != nil || self["aws_secret_access_key"] != nil
    }
  }

  /// A section and the file it stands in.
  struct Place: Equatable, Sendable {
    let file: String
    let section: ProfileFile.Section

    subscript(key: String) -> Found? {
      section[key].map { Found(file: file, value: $0) }
    }
  }

  struct Found: Equatable, Sendable {
    let file: String
    let value: ProfileValue

    var text: String { value.text }
  }

  let sharedFile: String
  let configFile: String
  private var byName: [String: Profile] = [:]
  /// The `[services NAME]` sections of the config file.
  private(set) var services: [String: ProfileFile.Section] = [:]
  /// The `[sso-session NAME]` sections of the config file.
  private(set) var ssoSessions: [String: ProfileFile.Section] = [:]

  init(shared: ProfileFile, at sharedFile: String, config: ProfileFile, at configFile: String) {
    self.sharedFile = sharedFile
    self.configFile = configFile
    for title in config.titles {
      // A title with a quote left open names nothing.
      let words = title == "default" ? ["profile", title] : ShellWords.split(title) ?? []
      guard words.count == 2, let section = config.sections[title] else { continue }
      switch words[0] {
      // `[default]` and `[profile default]` are one profile; the later of them counts.
      case "profile":
        byName[words[1], default: Profile(name: words[1])].config = Place(
          file: configFile,
          section: section
        )
      case "services": services[words[1]] = section
      case "sso-session": ssoSessions[words[1]] = section
      default: break
      }
    }
    for (name, section) in shared.sections {
      byName[name, default: Profile(name: name)].shared = Place(file: sharedFile, section: section)
    }
  }

  subscript(name: String) -> Profile? { byName[name] }

  var names: [String] { byName.keys.sorted() }
}
