import Domain
import FoundationEssentials
import Glibc

/// Opens addresses in the browser that the environment names, if there is one.
struct Browser: Sendable {
  private let command: String?
  private let variables: [String: String]

  /// `BROWSER` may list several, separated by colons, with `%s` where the address goes; a graphical
  /// session has `xdg-open`.
  init(_ environment: Environment) {
    variables = environment.variables
    let named = environment["BROWSER"]?.split(separator: ":").first.map(String.init)
    let hasDisplay = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
    command = named ?? (hasDisplay ? "xdg-open" : nil)
  }

  /// False where there is no browser to open anything with.
  @Sendable func open(_ address: String) throws -> Bool {
    guard let command else { return false }
    try detach(Self.script(command), address)
    return true
  }

  /// The address is a parameter of the shell's and never part of its program.
  static func script(_ command: String) -> String {
    let call =
      command.contains("%s") ? command.replacing("%s", with: "\"$1\"") : command + " \"$1\""
    return call + " &"
  }

  /// Of `spawn.h`, which shows it to GNU programs only.
  private static let newSession: Int16 = 0x80

  /// Runs a shell that leaves its command behind: in a session of its own, so that no signal of
  /// our terminal reaches it, and with nothing to read or to write, so that it cannot spoil the
  /// screen.
  private func detach(_ script: String, _ address: String) throws {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.newSession)
    let arguments = ["sh", "-c", script, "sh", address].map { (word: String) in strdup(word) }
    let environment = variables.map { strdup("\($0)=\($1)") }
    defer { for text in arguments + environment { free(text) } }
    var shell = pid_t()
    let code = posix_spawn(
      &shell,
      "/bin/sh",
      &files,
      &attributes,
      arguments + [nil],
      environment + [nil]
    )
    guard code == 0 else { throw Failure.noShell(String(cString: strerror(code))) }
    var status: Int32 = 0
    while waitpid(shell, &status, 0) < 0, errno == EINTR {}
  }
}

extension Failure {
  fileprivate static func noShell(_ detail: String) -> Self {
    Self(
      Text(en: "the browser cannot be started: \(detail)", ja: "ブラウザーを起動できません: \(detail)"),
      hint: Text(
        en: "open the address that is shown elsewhere",
        ja: "表示されているアドレスを別の環境で開いてください"
      )
    )
  }
}
