import Glibc

extension FileSystem {
  static let live = Self(
    read: { path throws(Failure) in try Live.read(path) },
    mode: { path throws(Failure) in try Live.mode(path) },
    link: { path throws(Failure) in try Live.link(path) },
    makeFolder: { path throws(Failure) in try Live.makeFolder(path) },
    create: { path, bytes, mode throws(Failure) in try Live.create(path, bytes, mode) },
    open: { path, mode throws(Failure) in try Live.open(path, mode) },
    rename: { from, to throws(Failure) in try Live.check(Glibc.rename(from, to)) },
    syncFolder: { path throws(Failure) in try Live.syncFolder(path) },
    remove: { path throws(Failure) in
      if unlink(path) != 0, errno != ENOENT { throw Failure.last }
    },
    list: { path throws(Failure) in try Live.list(path) },
    lock: { path, mode throws(Failure) in try Live.lock(path, mode) },
    pause: { usleep(5_000) }
  )
}

extension FileSystem.Failure {
  fileprivate static var last: Self { Self(code: errno) }
}

/// The system calls, with Swift's errors and nothing else of their own.
private enum Live {
  typealias Failure = FileSystem.Failure

  static func check(_ result: Int32) throws(Failure) {
    if result < 0 { throw .last }
  }

  /// Only a regular file: a pipe would be waited for, a device never end.
  static func read(_ path: String) throws(Failure) -> [UInt8]? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if file < 0, errno == ENOENT { return nil }
    try check(file)
    defer { close(file) }
    var status = stat()
    try check(fstat(file, &status))
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    return try read(file, expecting: Int(status.st_size))
  }

  private static func read(_ file: Int32, expecting size: Int) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var count = 0
    while true {
      let got = bytes.withUnsafeMutableBytes { buffer in
        let free = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        return Glibc.read(file, free.baseAddress, free.count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .last }
      count += got
      if got == 0 { break }
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: count)) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  static func mode(_ path: String) throws(Failure) -> mode_t? {
    var status = stat()
    guard stat(path, &status) != 0 else { return status.st_mode & 0o7777 }
    if errno == ENOENT { return nil }
    throw .last
  }

  static func link(_ path: String) throws(Failure) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    if count >= 0 {
      return String(decoding: target.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    if errno == EINVAL || errno == ENOENT { return nil }
    throw .last
  }

  static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let parent = Path.folder(of: path)
    guard errno == ENOENT, parent != path else { throw .last }
    try makeFolder(parent)
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .last }
  }

  static func create(_ path: String, _ bytes: [UInt8], _ mode: mode_t) throws(Failure) {
    let file = try OpenFile(path, mode)
    try write(bytes, to: file.number)
    try check(fsync(file.number))
  }

  static func open(_ path: String, _ mode: mode_t) throws(Failure) -> FileSystem.NewFile {
    let file = try OpenFile(path, mode)
    return FileSystem.NewFile(
      write: { bytes throws(Failure) in try write(bytes, to: file.number) },
      sync: { () throws(Failure) in try check(fsync(file.number)) }
    )
  }

  private static func write(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
        return Glibc.write(file, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      done += count
    }
  }

  static func syncFolder(_ path: String) throws(Failure) {
    let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try check(folder)
    defer { close(folder) }
    // Some network file systems cannot sync a folder and say so.
    if fsync(folder) != 0, errno != EINVAL { throw .last }
  }

  static func list(_ path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
      )
    }
    return names
  }

  static func lock(_ path: String, _ mode: mode_t) throws(Failure) -> (@Sendable () -> Void)? {
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
    try check(file)
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let failure = Failure.last
      close(file)
      if failure.code == EWOULDBLOCK { return nil }
      throw failure
    }
    return { close(file) }
  }
}

/// A file that was made, open as long as somebody holds it.
private final class OpenFile: Sendable {
  let number: Int32

  init(_ path: String, _ mode: mode_t) throws(FileSystem.Failure) {
    number = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    try Live.check(number)
    // The umask may have taken bits of the mode away.
    try Live.check(fchmod(number, mode))
  }

  deinit {
    if number >= 0 { close(number) }
  }
}
