import Domain

/// Why the command line, the environment or the shared files cannot be followed.
package enum SettingsError: Error, Hashable, Sendable {
  case profileNotFound(name: String, known: [String], files: [String])
  case fileUnreadable(path: String, reason: String)
  /// `line` is counted from 1.
  case fileMalformed(path: String, line: Int, what: Text)
  /// `origin` is the option, the variable or the key that holds it.
  case notAnEndpoint(String, origin: String)
  case notARegion(String, origin: String)
  case servicesSectionMissing(name: String, profile: String, file: String)
}

extension SettingsError {
  package var problem: Text {
    switch self {
    case .profileNotFound(let name, _, let files):
      Text(
        en: "There is no profile \"\(name)\" in \(files.joined(separator: " or ")).",
        ja: "プロファイル「\(name)」が \(files.joined(separator: " にも ")) にもありません。"
      )
    case .fileUnreadable(let path, let reason):
      Text(
        en: "\(path) cannot be read: \(reason)",
        ja: "\(path) を読み込めません: \(reason)"
      )
    case .fileMalformed(let path, let line, let what):
      Text(
        en: "\(path), line \(line): \(what.en)",
        ja: "\(path) の \(line) 行目: \(what.ja)"
      )
    case .notAnEndpoint(let text, let origin):
      Text(
        en: "\(origin) is not the URL of an endpoint: \(text)",
        ja: "\(origin) の値がエンドポイントの URL ではありません: \(text)"
      )
    case .notARegion(let text, let origin):
      Text(
        en: "\(origin) is not the name of a region: \(text)",
        ja: "\(origin) の値がリージョン名ではありません: \(text)"
      )
    case .servicesSectionMissing(let name, let profile, let file):
      Text(
        en: "Profile \"\(profile)\" names services = \(name), but \(file) has no such section.",
        ja: "プロファイル「\(profile)」に services = \(name) とありますが、"
          + "\(file) にそのセクションがありません。"
      )
    }
  }

  package var hint: Text {
    switch self {
    case .profileNotFound(_, let known, _) where known.isEmpty:
      Text(
        en: "Run `aws configure` first, or leave the profile out.",
        ja: "`aws configure` でプロファイルを作成するか、プロファイルの指定を外してください。"
      )
    case .profileNotFound(_, let known, _):
      Text(
        en: "Choose one of: \(known.joined(separator: ", "))",
        ja: "次のいずれかを指定してください: \(known.joined(separator: ", "))"
      )
    case .fileUnreadable(let path, _):
      Text(
        en: "Check the permissions with `ls -l \(path)`.",
        ja: "`ls -l \(path)` でアクセス権を確認してください。"
      )
    case .fileMalformed:
      Text(
        en: "Correct that line; `aws configure list` reads the same file.",
        ja: "その行を修正してください。同じファイルは `aws configure list` でも確認できます。"
      )
    case .notAnEndpoint:
      Text(
        en: "Write it as https://HOST or http://HOST:PORT.",
        ja: "https://ホスト名 または http://ホスト名:ポート番号 の形で指定してください。"
      )
    case .notARegion:
      Text(
        en: "Write the code of the region, such as ap-northeast-1.",
        ja: "ap-northeast-1 のようなリージョンコードで指定してください。"
      )
    case .servicesSectionMissing(let name, _, let file):
      Text(
        en: "Add [services \(name)] to \(file), or remove the key.",
        ja: "\(file) に [services \(name)] を追加するか、services の行を削除してください。"
      )
    }
  }
}
