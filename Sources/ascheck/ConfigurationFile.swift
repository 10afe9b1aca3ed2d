import AWSClient
import App
import Domain

/// The configuration as it lies on the disk, or an empty one.
struct ConfigurationFile: Sendable {
  let values: Configuration
  /// What is wrong with it, each with the file and the line.
  let faults: [Text]

  var language: Language? { values.language }
  var reviewer: String? { values.reviewer }
  var staleness: Staleness { values.staleness }

  init(_ environment: Environment) {
    guard let path = Self.path(environment) else {
      (values, faults) = (Configuration(), [])
      return
    }
    do {
      values = Configuration(try SettingsFile.read(path) ?? "")
      faults = values.faults.map { $0.words(in: path) }
    } catch {
      values = Configuration()
      faults = [Failure(explaining: error).problem]
    }
  }

  /// As the XDG base directory specification says: a relative `XDG_CONFIG_HOME` is ignored.
  static func path(_ environment: Environment) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return "\(folder)/ascheck/config"
    }
    return environment["HOME"].map { "\($0)/.config/ascheck/config" }
  }
}
