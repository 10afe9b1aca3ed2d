import Glibc

/// Another program, run without our terminal and for a bounded time.
struct ChildProcess {
  enum End: Equatable {
    case exited(Int32)
    /// It still runs, or was ended because its time was up.
    case late
    case notStarted
  }

  let arguments: [String]
  let environment: [String: String]
  /// What it reads on its standard input.
  var input = ""

  /// Waits for the end for so many milliseconds at most; `kills` says whether it is ended then.
  func run(within milliseconds: Int, kills: Bool) -> End {
    guard let process = start() else { return .notStarted }
    for _ in 0..<max(1, milliseconds / 10) {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .exited(128 + status & 0x7F)
      }
      usleep(10_000)
    }
    guard kills else { return .late }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    return .late
  }

  /// In a session of its own: a key that interrupts us must not reach it, nor it our terminal.
  private func start() -> pid_t? {
    let source = inputFile()
    guard source >= 0 else { return nil }
    defer { close(source) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, source, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(0x80 | 0x08))  // SETSID, SETSIGMASK
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, arguments[0], &actions, &attributes, &words, &variables)
    return failure == 0 ? process : nil
  }

  /// A file without a name: a pipe would block on a program that does not read, and end us when
  /// that program has gone.
  private func inputFile() -> Int32 {
    if input.isEmpty { return open("/dev/null", O_RDONLY | O_CLOEXEC) }
    guard let file = TemporaryFile(in: environment, prefix: "ascheck-input-") else { return -1 }
    unlink(file.path)
    guard file.write(input) else {
      close(file.descriptor)
      return -1
    }
    lseek(file.descriptor, 0, SEEK_SET)
    return file.descriptor
  }
}

/// A new file that only its owner can read, where the environment wants such files.
struct TemporaryFile {
  let path: String
  let descriptor: Int32

  init?(in environment: [String: String], prefix: String) {
    let folder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(folder)/\(prefix)XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { return nil }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func write(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
