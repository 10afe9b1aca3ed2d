import Domain
import Glibc

/// Tells when another file is put in place of one, by this program or by any other.
///
/// The folder is watched and not the file, because a file that is replaced keeps nobody's watch. A
/// thread of its own sleeps in the kernel meanwhile: nothing wakes up until something happens.
final class FileWatch: Sendable {
  private let name: String
  private let descriptor: Int32
  private let onChange: @Sendable () -> Void

  /// `nil` when the folder is not there, or the system has no watch to give.
  init?(_ path: String, onChange: @escaping @Sendable () -> Void) {
    name = Path.name(of: path)
    self.onChange = onChange
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let events = UInt32(IN_MOVED_TO | IN_CLOSE_WRITE | IN_ONLYDIR)
    guard inotify_add_watch(descriptor, Path.folder(of: path), events) >= 0, start() else {
      close(descriptor)
      return nil
    }
  }

  private func start() -> Bool {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &thread,
      nil,
      { pointer in
        if let pointer { Unmanaged<FileWatch>.fromOpaque(pointer).takeRetainedValue().wait() }
        return nil
      },
      box.toOpaque()
    )
    guard failure == 0 else {
      box.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  /// Until the folder itself goes away.
  private func wait() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      let events = InotifyEvents(buffer[..<count])
      if events.names.contains(name) { onChange() }
      if events.isLast { break }
    }
    close(descriptor)
  }
}

/// What a read from an inotify descriptor gave; see inotify(7) for its layout.
struct InotifyEvents {
  private(set) var names: [String] = []
  /// Nothing follows, because the folder is gone.
  private(set) var isLast = false

  private static let headLength = 16

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while rest.count >= Self.headLength {
      let mask = Self.number(in: rest.dropFirst(4))
      let length = Int(Self.number(in: rest.dropFirst(12)))
      let name = rest.dropFirst(Self.headLength).prefix(length).prefix { $0 != 0 }
      names.append(String(decoding: name, as: UTF8.self))
      if mask & UInt32(IN_IGNORED) != 0 { isLast = true }
      rest = rest.dropFirst(Self.headLength + length)
    }
  }

  private static func number(in bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
