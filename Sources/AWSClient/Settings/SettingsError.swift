import Domain

/// Why the command line, the environment or the shared files cannot be followed.
package enum SettingsError: Error, Hashable, Sendable {
  /// What a value is not.
  package enum Kind: Sendable {
    case endpoint
    case region
    case attempts
    case retryMode
    /// A file of trusted certificates in PEM.
    case certificates
  }

  case profileNotFound(name: String, known: [String], files: [String])
  case fileUnreadable(path: String, reason: String)
  case fileUnwritable(path: String, reason: String)
  /// `line` is counted from 1.
  case fileMalformed(path: String, line: Int, what: Text)
  /// `origin` is the option, the variable or the key that holds it.
  case invalid(Kind, String, origin: String)
  case servicesSectionMissing(name: String, profile: String, file: String)
}

extension SettingsError {
  package var problem: Text {
    switch self {
    case .profileNotFound(let name, _, let files):
      Text(
        en: "there is no profile \"\(name)\" in \(files.joined(separator: " or ")).",
        ja: "プロファイル「\(name)」が \(files.joined(separator: " にも ")) にもありません。"
      )
    case .fileUnreadable(let path, let reason):
      Text(
        en: "\(path) cannot be read: \(reason)",
        ja: "\(path) を読み込めません: \(reason)"
      )
    case .fileUnwritable(let path, let reason):
      Text(
        en: "\(path) cannot be written: \(reason)",
        ja: "\(path) に書き込めません: \(reason)"
      )
    case .fileMalformed(let path, let line, let what):
      Text(
        en: "\(path), line \(line): \(what.en)",
        ja: "\(path) の \(line) 行目: \(what.ja)"
      )
    case .invalid(let kind, let text, let origin):
      Text(
        en: "\(origin) is not \(kind.words.en): \(text)",
        ja: "\(origin) の値が\(kind.words.ja)ではありません: \(text)"
      )
    case .servicesSectionMissing(let name, let profile, let file):
      Text(
        en: "profile \"\(profile)\" names services = \(name), but \(file) has no such section.",
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
    case .fileUnreadable(let path, _), .fileUnwritable(let path, _):
      Text(
        en: "Check the permissions with `ls -l \(path)`.",
        ja: "`ls -l \(path)` でアクセス権を確認してください。"
      )
    case .fileMalformed:
      Text(
        en: "Correct that line; `aws configure list` reads the same file.",
        ja: "その行を修正してください。同じファイルは `aws configure list` でも確認できます。"
      )
    case .invalid(let kind, _, _): kind.hint
    case .servicesSectionMissing(let name, _, let file):
      Text(
        en: "Add [services \(name)] to \(file), or remove the key.",
        ja: "\(file) に [services \(name)] を追加するか、services の行を削除してください。"
      )
    }
  }
}

extension SettingsError.Kind {
  fileprivate var words: Text {
    switch self {
    case .endpoint: Text(en: "the URL of an endpoint", ja: "エンドポイントの URL ")
    case .region: Text(en: "the name of a region", ja: "リージョン名")
    case .attempts: Text(en: "a number of attempts", ja: "試行回数")
    case .retryMode: Text(en: "a retry mode", ja: "再試行モード")
    case .certificates:
      Text(en: "a file with certificates in PEM", ja: "PEM 形式の証明書ファイル")
    }
  }

  fileprivate var hint: Text {
    switch self {
    case .endpoint:
      Text(
        en: "Write it as https://HOST or http://HOST:PORT.",
        ja: "https://ホスト名 または http://ホスト名:ポート番号 の形で指定してください。"
      )
    case .region:
      Text(
        en: "Write the code of the region, such as ap-northeast-1.",
        ja: "ap-northeast-1 のようなリージョンコードで指定してください。"
      )
    case .attempts:
      Text(en: "Write a whole number from 1.", ja: "1 以上の整数で指定してください。")
    case .retryMode:
      Text(
        en: "Write adaptive, standard or legacy.",
        ja: "adaptive、standard、legacy のいずれかで指定してください。"
      )
    case .certificates:
      Text(
        en: "Name a file that begins with -----BEGIN CERTIFICATE-----, or leave it out.",
        ja: "-----BEGIN CERTIFICATE----- で始まるファイルを指定するか、指定を外してください。"
      )
    }
  }
}
