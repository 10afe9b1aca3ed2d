import Testing

/// The specimen gives a text to the editor of the environment at `v`.
@Suite(.timeLimit(.minutes(5)))
struct EditorTests {
  private func started(_ editor: String) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(environment: ["EDITOR": editor])
    try terminal.expect("size 80x24")
    return terminal
  }

  @Test func lendsTheTerminalAndTakesItBack() throws {
    let words = "stat -c mode=%a \"$1\"; cat \"$1\"; read line; echo \"$line\" >\"$1\""
    let terminal = try started("sh -c '\(words)' sh")
    let modes = terminal.modes
    terminal.type("v")
    try terminal.expect("\u{1B}[?2004l")
    try terminal.expect("mode=600")
    try terminal.expect("鍵 one\r\n")
    #expect(terminal.modes == terminal.firstModes)
    terminal.type("鍵 two\r")
    try terminal.expect("\u{1B}[?2004h")
    try terminal.expect("edited 鍵 two")
    #expect(terminal.modes == modes)
    terminal.type("j")
    try terminal.expect("<j>")
    terminal.type("q")
    #expect(try terminal.exitCode() == 0)
  }

  /// Ctrl-C in the editor is the editor's.
  @Test func isNotInterruptedWithTheEditor() throws {
    let terminal = try started("sh -c 'echo here; sleep 100' sh")
    terminal.type("v")
    try terminal.expect("here")
    terminal.type("\u{3}")
    try terminal.expect("editor 130")
    terminal.type("j")
    try terminal.expect("<j>")
  }

  @Test(arguments: [
    ("false", "editor 1"), ("/no/such/editor", "editor 127"),
    ("sh -c 'printf \"\\377\" >\"$1\"' sh", "unreadable"), ("rm", "unreadable"),
    ("sh -c 'head -c 2000000 /dev/zero >\"$1\"' sh", "unreadable"),
  ])
  func keepsTheTextWhenTheEditorFails(_ editor: String, _ end: String) throws {
    let terminal = try started(editor)
    terminal.type("v")
    try terminal.expect(end)
    terminal.type("q")
    #expect(try terminal.exitCode() == 0)
  }

  /// As vim's Ctrl-Z does: the shell must get the terminal, and both must go on afterwards.
  @Test func isStoppedWithTheEditor() throws {
    let terminal = try PseudoTerminal(
      shell: "PS1='ready> ' exec bash --norc --noprofile -i",
      environment: ["EDITOR": "sh -c 'echo stopping; kill -TSTP 0; echo back' sh"]
    )
    try terminal.expect("ready> ")
    terminal.type("\(PseudoTerminal.specimen)\r")
    try terminal.expect("size 80x24")
    terminal.type("v")
    try terminal.expect("stopping")
    try terminal.expect("ready> ")
    terminal.type("fg\r")
    try terminal.expect("back")
    try terminal.expect("edited 鍵 one")
  }
}
