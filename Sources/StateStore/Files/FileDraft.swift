import Domain
import Glibc

/// A file that is written piece by piece under another name, and takes its own when it is whole.
///
/// Large content need not be held in memory, and the disk writes while more is made. The first
/// failure is kept and told at the end: what is written after it goes nowhere. A draft that nobody
/// finishes is removed.
final class FileDraft {
  private let files: FileSystem
  private let path: String
  private let mode: mode_t
  private var file: FileSystem.NewFile?
  private var failure: FileSystem.Failure?
  private var isFinished = false
  private let digest = Digest.SHA256()

  private var temporary: String { "\(path).new" }

  /// The caller holds the lock, so that the other name is nobody else's.
  init(_ path: String, _ mode: mode_t, in files: FileSystem) {
    (self.path, self.mode, self.files) = (path, mode, files)
    do throws(FileSystem.Failure) {
      try files.remove(temporary)
      file = try files.open(temporary, mode)
    } catch {
      failure = error
    }
  }

  func write(_ bytes: [UInt8]) {
    guard failure == nil, let file else { return }
    digest.add(bytes)
    do throws(FileSystem.Failure) {
      try file.write(bytes)
    } catch {
      failure = error
    }
  }

  /// Puts the file in its place, on the disk, and returns the content's SHA-256 in hexadecimal.
  func finish() throws(FileSystem.Failure) -> String {
    if let failure { throw failure }
    try file?.sync()
    file = nil
    try files.rename(temporary, path)
    isFinished = true
    try files.syncFolder(Path.folder(of: path))
    return Digest.hex(digest.finish())
  }

  deinit {
    if !isFinished { files.discard(temporary) }
  }
}
