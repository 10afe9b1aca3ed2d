import Glibc

extension FileSystem {
  /// Puts new content in a file's place: whoever looks finds the old one or the new one, whole.
  ///
  /// Written and synced under another name in the same folder, then renamed, then the folder
  /// synced. The caller holds the lock, so that the other name is nobody else's; what a crash left
  /// there is removed.
  func replace(_ path: String, with bytes: [UInt8], _ mode: mode_t) throws(Failure) {
    let temporary = "\(path).new"
    try remove(temporary)
    do throws(Failure) {
      try create(temporary, bytes, mode)
      try rename(temporary, path)
    } catch {
      discard(temporary)
      throw error
    }
    try syncFolder(Path.folder(of: path))
  }

  /// Removes what nobody needs any more.
  ///
  /// Failing costs space and nothing else; the next write tries again.
  func discard(_ path: String) {
    do throws(Failure) {
      try remove(path)
    } catch {
      return
    }
  }

  /// The file that a path means once symbolic links are followed, be it there or not.
  func target(of path: String) throws(Failure) -> String {
    var path = path
    for _ in 0..<40 {
      guard let link = try link(path) else { return path }
      path = link.hasPrefix("/") ? link : Path.sibling(link, of: path)
    }
    throw Failure(code: ELOOP)
  }
}
