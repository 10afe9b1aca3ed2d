import Glibc

/// What the state store asks of the file system; tests put other closures.
struct FileSystem: Sendable {
  /// A system call's refusal.
  struct Failure: Error, Hashable {
    let code: Int32

    /// The system's own words.
    var words: String { String(cString: strerror(code)) }
  }

  /// A file that was not there before, and is closed when nobody holds it any more.
  struct NewFile: Sendable {
    var write: @Sendable (_ bytes: [UInt8]) throws(Failure) -> Void
    /// What was written is on the disk when this returns.
    var sync: @Sendable () throws(Failure) -> Void
  }

  /// The whole content; `nil` when there is no such file.
  var read: @Sendable (_ path: String) throws(Failure) -> [UInt8]?
  /// Permission bits; `nil` when there is no such file.
  var mode: @Sendable (_ path: String) throws(Failure) -> mode_t?
  /// Where a symbolic link leads, as it is written; `nil` for what is none.
  var link: @Sendable (_ path: String) throws(Failure) -> String?
  /// The folder, and those it lies in, each only for the owner; existing ones stay as they are.
  var makeFolder: @Sendable (_ path: String) throws(Failure) -> Void
  /// A new file with that content, on the disk when this returns.
  ///
  /// Fails when there is one already.
  var create: @Sendable (_ path: String, _ bytes: [UInt8], _ mode: mode_t) throws(Failure) -> Void
  /// A new file to be written piece by piece.
  ///
  /// Fails when there is one already.
  var open: @Sendable (_ path: String, _ mode: mode_t) throws(Failure) -> NewFile
  var rename: @Sendable (_ from: String, _ to: String) throws(Failure) -> Void
  /// Makes renames in the folder last.
  var syncFolder: @Sendable (_ path: String) throws(Failure) -> Void
  /// Nothing happens when there is no such file.
  var remove: @Sendable (_ path: String) throws(Failure) -> Void
  /// The names in a folder.
  var list: @Sendable (_ path: String) throws(Failure) -> [String]
  /// Takes the lock and returns what releases it; `nil` while another holds it.
  var lock: @Sendable (_ path: String, _ mode: mode_t) throws(Failure) -> (@Sendable () -> Void)?
  /// Waits before another try.
  var pause: @Sendable () -> Void
}
