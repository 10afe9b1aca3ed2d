import Domain

extension Profiles {
  /// From the files the environment names, or those under the home folder.
  init(
    _ environment: [String: String],
    _ readFile: (String) throws(SettingsError) -> String?
  ) throws(SettingsError) {
    let shared = environment["AWS_SHARED_CREDENTIALS_FILE"] ?? "~/.aws/credentials"
    let config = environment["AWS_CONFIG_FILE"] ?? "~/.aws/config"
    let sharedFile = Path.expanded(shared, environment)
    let configFile = Path.expanded(config, environment)
    self.init(
      shared: try Self.file(sharedFile, readFile),
      at: sharedFile,
      config: try Self.file(configFile, readFile),
      at: configFile
    )
  }

  private static func file(
    _ path: String,
    _ readFile: (String) throws(SettingsError) -> String?
  ) throws(SettingsError) -> ProfileFile {
    guard let text = try readFile(path) else { return ProfileFile() }
    do throws(ProfileFileProblem) {
      return try ProfileFile(text)
    } catch {
      throw .fileMalformed(path: path, line: error.line, what: error.kind.text)
    }
  }
}

extension ProfileFileProblem.Kind {
  var text: Text {
    switch self {
    case .noSection:
      Text(
        en: "a key stands before the first [section].",
        ja: "最初の [セクション] より前にキーがあります。"
      )
    case .noKey:
      Text(
        en: "neither a [section] nor key = value.",
        ja: "[セクション] でも「キー = 値」でもありません。"
      )
    case .sectionTwice(let name):
      Text(en: "[\(name)] stands here for the second time.", ja: "[\(name)] が重複しています。")
    case .keyTwice(let key):
      Text(
        en: "\(key) stands here for the second time in its section.",
        ja: "同じセクションの中で \(key) が重複しています。"
      )
    }
  }
}
