import Foundation
import Glibc

/// A program under a terminal that the test plays.
final class PseudoTerminal {
  struct Missed: Error, CustomStringConvertible {
    let expected: String
    let output: String
    var description: String { "no \(expected.debugDescription) in \(output.debugDescription)" }
  }

  private(set) var output: [UInt8] = []
  /// As they were before the program began, which may change them at once.
  let firstModes: [tcflag_t]
  private let process: pid_t
  private var master: Int32
  /// Where the next expected text is searched from.
  private var seen = 0
  private var status: Int32?

  /// Starts the specimen, or what `shell` says, with only these variables and a Japanese locale.
  init(
    _ arguments: [String] = [],
    shell: String? = nil,
    environment: [String: String?] = [:],
    size: (width: Int, height: Int) = (80, 24)
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    let side = try Self.unlockedSide(of: master)
    firstModes = Self.modes(of: master)
    process = try Self.spawn(
      shell.map { ["/bin/bash", "--norc", "--noprofile", "-c", $0] } ?? [Self.specimen] + arguments,
      environment: Self.defaults.merging(environment) { $1 }.compactMapValues { $0 },
      on: side,
      sizedBy: { Self.setSize(of: $0, size) }
    )
  }

  deinit {
    close(master)
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  static let specimen = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("CursesSpecimen").path

  private static let defaults: [String: String?] = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    "PATH": "/usr/bin:/bin", "PS1": "ready> ",
  ]

  // MARK: Playing

  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  func type(bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  func resize(width: Int, height: Int) {
    Self.setSize(of: master, (width, height))
  }

  func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Closes the terminal as a window that is shut.
  func hangUp() {
    close(master)
    master = -1
  }

  // MARK: Watching

  /// Waits until the program has written something since the last text that was waited for.
  func expect(_ text: String, within limit: Duration = .seconds(60)) throws {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + limit
    while true {
      if let end = firstEnd(of: wanted) { return seen = end }
      guard ContinuousClock.now < deadline, isRunning || hasOutput else {
        throw Missed(expected: text, output: String(decoding: output[seen...], as: UTF8.self))
      }
      readSome()
    }
  }

  /// What has come since the last expected text, after a silence of `milliseconds`.
  func rest(after milliseconds: Int32) -> String {
    while hasOutput(within: milliseconds) { readSome() }
    defer { seen = output.count }
    return String(decoding: output[seen...], as: UTF8.self)
  }

  /// The exit code, or the negative number of the signal that ended the program.
  func exitCode(within limit: Duration = .seconds(10)) throws -> Int32 {
    let deadline = ContinuousClock.now + limit
    while isRunning {
      guard ContinuousClock.now < deadline else { throw Missed(expected: "exit", output: text) }
      readSome()
    }
    while hasOutput { readSome() }
    let status = status ?? 0
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  var modes: [tcflag_t] { Self.modes(of: master) }

  private static func modes(of terminal: Int32) -> [tcflag_t] {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  /// How often threads of the program have gone to sleep.
  var contextSwitches: Int {
    let tasks = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return threads.reduce(0) { sum, thread in
      let status = (try? String(contentsOfFile: "\(tasks)/\(thread)/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
      return sum + (line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? 0)
    }
  }

  var loadedFiles: String {
    (try? String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)) ?? ""
  }

  private var isRunning: Bool {
    if status != nil { return false }
    var value: Int32 = 0
    if waitpid(process, &value, WNOHANG) == process { status = value }
    return status == nil
  }

  private var hasOutput: Bool { hasOutput(within: 0) }

  private func hasOutput(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) == 1 && Int32(waiting.revents) & POLLIN != 0
  }

  private func readSome() {
    guard hasOutput(within: 20) else { return }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    if count > 0 { output += bytes[..<count] }
  }

  private func firstEnd(of wanted: [UInt8]) -> Int? {
    guard output.count - seen >= wanted.count else { return nil }
    return (seen...output.count - wanted.count)
      .first { output[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0 + wanted.count }
  }

  // MARK: Starting

  /// What `unlockpt` and `ptsname` do, which Swift's Glibc module leaves out.
  private static func unlockedSide(of master: Int32) throws -> String {
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0
    else { throw POSIXError(.ENOTTY) }
    return "/dev/pts/\(number)"
  }

  private static func setSize(of terminal: Int32, _ size: (width: Int, height: Int)) {
    var window = winsize()
    window.ws_col = UInt16(size.width)
    window.ws_row = UInt16(size.height)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
  }

  /// A new session takes the first terminal it opens as its own.
  private static func spawn(
    _ arguments: [String],
    environment: [String: String],
    on side: String,
    sizedBy setSize: (Int32) -> Void
  ) throws -> pid_t {
    let sized = open(side, O_RDWR | O_NOCTTY | O_CLOEXEC)
    setSize(sized)
    defer { close(sized) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, side, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(0x80))  // POSIX_SPAWN_SETSID
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process = pid_t()
    let failure = posix_spawn(&process, arguments[0], &actions, &attributes, &words, &variables)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    return process
  }
}
