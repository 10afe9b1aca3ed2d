import Domain
import Glibc
import StateStore

/// Whether results can be kept.
struct StateSection {
  let store: StateStore

  init(_ store: StateStore) {
    self.store = store
  }

  var section: DoctorReport.Section {
    let path = DoctorReport.Item(
      .neutral,
      "path",
      Text(en: "path", ja: "パス"),
      Text(same: store.path)
    ).with(values: ["path": store.path])
    let title = Text(en: "State file", ja: "状態ファイル")
    return DoctorReport.Section(name: "state", title: title, items: [path, content, writable])
  }

  private var content: DoctorReport.Item {
    let label = Text(en: "content", ja: "内容")
    do throws(StateError) {
      let state = try store.load()
      guard access(store.path, F_OK) == 0 else {
        let words = Text(en: "not there yet; the first scan makes it", ja: "未作成 (初回スキャンで作成)")
        return DoctorReport.Item(.ok, "content", label, words).with(values: ["exists": "false"])
      }
      let (version, count) = (StateStore.formatVersion, state.accounts.count)
      let words = Text(
        en: "whole; format version \(version), accounts: \(count)",
        ja: "正常 (形式の版 \(version)、アカウント数 \(count))"
      )
      return DoctorReport.Item(.ok, "content", label, words).with(values: [
        "exists": "true", "version": "\(version)", "accounts": "\(count)",
        "revision": "\(state.revision)",
      ])
    } catch {
      return DoctorReport.Item(.problem, "content", label, error.problem)
        .with(next: error.hint, values: ["exists": "true"], .impossible)
    }
  }

  private var writable: DoctorReport.Item {
    let label = Text(en: "writable", ja: "書き込み")
    let folder = Self.nearestFolder(of: store.path)
    // Files are replaced whole, so the folder's permissions count and not the file's.
    guard access(folder, W_OK | X_OK) != 0 else {
      return DoctorReport.Item(.ok, "writable", label, Text(en: "yes", ja: "可能"))
        .with(values: ["writable": "true"])
    }
    let error = StateError.unwritable(path: store.path, detail: folder)
    return DoctorReport.Item(.problem, "writable", label, error.problem)
      .with(next: error.hint, values: ["writable": "false"], .impossible)
  }

  /// The innermost folder on the way to a file that is there.
  private static func nearestFolder(of path: String) -> String {
    var path = path[...]
    repeat {
      guard let slash = path.lastIndex(of: "/") else { return "." }
      path = path[..<slash]
    } while !path.isEmpty && access(String(path), F_OK) != 0
    return path.isEmpty ? "/" : String(path)
  }
}
