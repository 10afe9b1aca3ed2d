import Domain

/// Why the state could not be read or written.
///
/// The file is left as it was.
package enum StateError: Error, Hashable, Sendable {
  case unreadable(path: String, detail: String)
  /// Not JSON, or of this format and yet not as it must be.
  ///
  /// `detail` is a place: line and column, or the names of the members that lead to it.
  case damaged(path: String, detail: String)
  case newer(path: String, version: Int)
  /// JSON, but nothing of this program's.
  case foreign(path: String)
  case unwritable(path: String, detail: String)
  /// Another program holds the lock for too long.
  case locked(path: String)
  /// The environment names no home, and so no default place.
  case noPlace
  /// What was to be written must not be.
  case refused(LogRefusal)

  /// What happened, and where.
  package var problem: Text {
    switch self {
    case .unreadable(let path, let detail):
      Text(
        en: "the state file \(path) cannot be read: \(detail)",
        ja: "状態ファイル \(path) を読み込めません: \(detail)"
      )
    case .damaged(let path, let detail):
      Text(
        en: "the state file \(path) is damaged (at \(detail))",
        ja: "状態ファイル \(path) が壊れています (位置: \(detail))"
      )
    case .newer(let path, let version):
      Text(
        en: "the state file \(path) comes from a newer ascheck (format version \(version))",
        ja: "状態ファイル \(path) は新しい版の ascheck で作成されています (形式の版: \(version))"
      )
    case .foreign(let path):
      Text(
        en: "\(path) is not a state file of ascheck",
        ja: "\(path) は ascheck の状態ファイルではありません"
      )
    case .unwritable(let path, let detail):
      Text(
        en: "the state file \(path) cannot be written: \(detail)",
        ja: "状態ファイル \(path) に書き込めません: \(detail)"
      )
    case .locked(let path):
      Text(
        en: "another program is writing to the state file \(path)",
        ja: "ほかのプログラムが状態ファイル \(path) に書き込んでいます"
      )
    case .noPlace:
      Text(
        en: "there is no place for the state file, as HOME is not set",
        ja: "HOME が設定されていないため、状態ファイルの保存場所が決まりません"
      )
    case .refused(let refusal): refusal.problem
    }
  }

  /// What to do about it.
  package var hint: Text {
    switch self {
    case .unreadable:
      Text(
        en: "Check its permissions, or name another file with --state.",
        ja: "アクセス権を確認するか、--state で別のファイルを指定してください。"
      )
    case .damaged:
      Text(
        en: "It was left untouched. Restore a copy; or move it away to begin afresh, "
          + "without the evaluations it holds.",
        ja: "ファイルは変更していません。バックアップから復元してください。"
          + "別の場所へ移せば新しく始められますが、評価の記録は引き継がれません。"
      )
    case .newer:
      Text(
        en: "It was left untouched. Update ascheck, or name another file with --state.",
        ja: "ファイルは変更していません。ascheck を更新するか、--state で別のファイルを指定してください。"
      )
    case .foreign:
      Text(
        en: "It was left untouched. Name another file with --state.",
        ja: "ファイルは変更していません。--state で別のファイルを指定してください。"
      )
    case .unwritable:
      Text(
        en: "Check the folder's permissions and free space, or name another file with --state.",
        ja: "フォルダのアクセス権と空き容量を確認するか、--state で別のファイルを指定してください。"
      )
    case .locked:
      Text(en: "Nothing was saved. Try again.", ja: "保存していません。もう一度実行してください。")
    case .noPlace:
      Text(
        en: "Set HOME or XDG_STATE_HOME, or name a file with --state.",
        ja: "HOME か XDG_STATE_HOME を設定するか、--state でファイルを指定してください。"
      )
    case .refused(let refusal): refusal.hint
    }
  }
}
