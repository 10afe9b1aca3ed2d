/// What the screen remembers, beside the state file and never in it.
///
/// It belongs to one person: notes that are not yet recorded are nobody else's. Without a lock, as
/// it is replaced whole, and the program that writes last wins.
package struct ViewFile: Sendable {
  package let path: String
  private let files: FileSystem

  package init(beside state: String, of user: String) {
    self.init(path: "\(state).view-\(user.replacing("/", with: "_"))", .live)
  }

  init(path: String, _ files: FileSystem) {
    self.path = path
    self.files = files
  }

  /// The bytes; none when there is no file.
  package func read() throws(StateError) -> [UInt8] {
    do throws(FileSystem.Failure) {
      return try files.read(path) ?? []
    } catch {
      throw .unreadable(path: path, detail: error.words)
    }
  }

  package func write(_ bytes: [UInt8]) throws(StateError) {
    do throws(FileSystem.Failure) {
      try files.makeFolder(Path.folder(of: path))
      try files.replace(path, with: bytes, 0o600)
    } catch {
      throw .unwritable(path: path, detail: error.words)
    }
  }
}
