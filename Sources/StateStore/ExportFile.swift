import Domain
import Glibc

/// A file that somebody asks for, beside whatever lies there already.
///
/// A name of the program's own never takes another file's place: it is given a number. A name that
/// somebody chose replaces a file only where that was said.
package struct ExportFile: Sendable {
  /// Where names go that do not say where.
  let folder: String
  let home: String?
  private let files: FileSystem

  package init(folder: String, home: String?) {
    self.init(folder: folder, home: home, .live)
  }

  init(folder: String, home: String?, _ files: FileSystem) {
    (self.folder, self.home, self.files) = (folder, home, files)
  }

  private static let mode: mode_t = 0o600
  private static let mostNumbered = 999

  /// Writes the bytes, and says where.
  ///
  /// A chosen path that ends in `/`, or is a folder, takes a file of the program's own name.
  package func write(
    _ bytes: [UInt8],
    to chosen: String?,
    named name: String,
    replacing isReplaced: Bool
  ) throws(ExportError) -> String {
    guard let chosen, !chosen.isEmpty else { return try write(bytes, in: folder, named: name) }
    let path = absolute(chosen)
    if path.hasSuffix("/") || isFolder(path) {
      return try write(bytes, in: String(path.trimmingSuffix("/")), named: name)
    }
    do throws(FileSystem.Failure) {
      if isReplaced {
        try files.replace(path, with: bytes, Self.mode)
      } else {
        try files.create(path, bytes, Self.mode)
      }
      return path
    } catch {
      throw error.code == EEXIST && !isReplaced ? .taken(path) : .unwritable(path, error.words)
    }
  }

  private func write(
    _ bytes: [UInt8],
    in folder: String,
    named name: String
  ) throws(ExportError) -> String {
    for number in 1...Self.mostNumbered {
      let path = "\(folder)/\(number == 1 ? name : name.numbered(number))"
      do throws(FileSystem.Failure) {
        try files.create(path, bytes, Self.mode)
        return path
      } catch {
        if error.code != EEXIST { throw .unwritable(path, error.words) }
      }
    }
    throw .taken("\(folder)/\(name)")
  }

  private func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if let home, path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    return "\(folder)/\(path)"
  }

  private func isFolder(_ path: String) -> Bool {
    do throws(FileSystem.Failure) {
      _ = try files.list(path)
      return true
    } catch {
      return false
    }
  }
}

/// Why a file was not written.
package enum ExportError: Error, Equatable {
  /// Something lies there.
  case taken(String)
  case unwritable(String, String)

  package var problem: Text {
    switch self {
    case .taken(let path): Text(en: "\(path) is there already", ja: "\(path) はすでにあります")
    case .unwritable(let path, let detail):
      Text(en: "\(path) cannot be written: \(detail)", ja: "\(path) に書き込めません: \(detail)")
    }
  }

  package var hint: Text {
    switch self {
    case .taken:
      Text(
        en: "Name another file, or :write! replaces it.",
        ja: "別の名前にするか、:write! で置き換えてください。"
      )
    case .unwritable:
      Text(
        en: "Name a place that you may write to, as in :write csv ~/rows.csv",
        ja: "書き込める場所を :write csv ~/rows.csv のように指定してください。"
      )
    }
  }
}

extension String {
  /// Such as `rows-2.csv`.
  fileprivate func numbered(_ number: Int) -> String {
    guard let dot = lastIndex(of: ".") else { return "\(self)-\(number)" }
    return "\(self[..<dot])-\(number)\(self[dot...])"
  }

  fileprivate func trimmingSuffix(_ suffix: String) -> Substring {
    hasSuffix(suffix) && count > 1 ? dropLast(suffix.count) : self[...]
  }
}
