/// The browser of whoever sits at the terminal, where there is one.
package struct Browser: Sendable {
  /// A browser that has not failed by now, in milliseconds, has opened.
  private static let patience = 1_000

  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// False where there is no browser, or none that starts.
  package func open(_ address: String) -> Bool {
    commands(for: address).contains { arguments in
      switch ChildProcess(arguments: arguments, environment: environment)
        .run(within: Self.patience, kills: false)
      {
      case .exited(0), .late: true
      case .exited, .notStarted: false
      }
    }
  }

  /// `BROWSER` is a list of commands, in which `%s` stands for the address; without it a display
  /// must be there.
  func commands(for address: String) -> [[String]] {
    let wanted = (environment["BROWSER"] ?? "").split(separator: ":").map(String.init)
    let commands = wanted.map { command in
      let words = command.split(separator: " ").map(String.init)
      let filled = words.map { $0.replacing("%s", with: address) }
      return filled == words ? words + [address] : filled
    }
    let hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
    return commands.filter { $0.count > 1 } + (hasDisplay ? [["xdg-open", address]] : [])
  }
}
