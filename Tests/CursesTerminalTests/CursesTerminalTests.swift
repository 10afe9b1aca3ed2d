import Foundation
import Glibc
import Testing

/// The real driver under a pseudo-terminal.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct CursesTerminalTests {
  private let entersScreen = "\u{1B}[?1049h"
  private let leavesScreen = "\u{1B}[?1049l"

  private func started(
    _ arguments: [String] = [],
    environment: [String: String?] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(arguments, environment: environment)
    try terminal.expect("size 80x24")
    return terminal
  }

  // MARK: Coming and going

  @Test func entersAndLeavesItsModes() throws {
    let terminal = try PseudoTerminal()
    let modes = terminal.firstModes
    try terminal.expect(entersScreen)
    try terminal.expect("\u{1B}[?2004h")
    try terminal.expect("size 80x24")
    #expect(terminal.modes != modes)
    terminal.type("q")
    try terminal.expect("\u{1B}[?2004l")
    try terminal.expect(leavesScreen)
    try terminal.expect("finished after <q>")
    #expect(try terminal.exitCode() == 0)
    #expect(terminal.modes == modes)
  }

  @Test func usesTheWideLibraryAlone() throws {
    let terminal = try started()
    #expect(terminal.text.contains("見本 「適合」"))
    #expect(!terminal.loadedFiles.contains("libncurses.so"))
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func leavesWhenTold(signal: Int32) throws {
    let terminal = try PseudoTerminal()
    let modes = terminal.firstModes
    try terminal.expect("size 80x24")
    terminal.signal(signal)
    try terminal.expect(leavesScreen)
    try terminal.expect("finished after hang-up")
    #expect(try terminal.exitCode() == 0)
    #expect(terminal.modes == modes)
  }

  @Test(arguments: [nil, "1"])
  func leavesWithinASecondWhenTheTerminalIsGone(stubborn: String?) throws {
    let farewell = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: farewell) }
    let terminal = try started(environment: ["FAREWELL": farewell.path, "STUBBORN": stubborn])
    let start = ContinuousClock.now
    terminal.hangUp()
    _ = try terminal.exitCode()
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(FileManager.default.fileExists(atPath: farewell.path))
  }

  @Test func restoresTheTerminalBeforeItCrashes() throws {
    let terminal = try PseudoTerminal()
    let modes = terminal.firstModes
    try terminal.expect("size 80x24")
    terminal.type("c")
    try terminal.expect("\u{1B}[?2004l")
    try terminal.expect(leavesScreen)
    try terminal.expect("specimen broke")
    #expect(try terminal.exitCode() < 0)
    #expect(terminal.modes == modes)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT])
  func restoresTheTerminalWhenAFaultIsSent(signal: Int32) throws {
    let terminal = try PseudoTerminal()
    let modes = terminal.firstModes
    try terminal.expect("size 80x24")
    terminal.signal(signal)
    try terminal.expect(leavesScreen)
    #expect(try terminal.exitCode() == -signal)
    #expect(terminal.modes == modes)
  }

  @Test func restoresTheTerminalWhenSomebodyExits() throws {
    let terminal = try PseudoTerminal()
    let modes = terminal.firstModes
    try terminal.expect("size 80x24")
    terminal.type("x")
    try terminal.expect(leavesScreen)
    #expect(try terminal.exitCode() == 3)
    #expect(terminal.modes == modes)
  }

  @Test func stopsAndComesBack() throws {
    let terminal = try PseudoTerminal(
      shell: "set -m; '\(PseudoTerminal.specimen)'; echo stopped; fg; echo over"
    )
    try terminal.expect("size 80x24")
    terminal.type("\u{1A}")
    try terminal.expect("\u{1B}[?2004l")
    try terminal.expect(leavesScreen)
    try terminal.expect("stopped")
    try terminal.expect(entersScreen)
    try terminal.expect("\u{1B}[?2004h")
    try terminal.expect("見本")
    terminal.type("jq")
    try terminal.expect("finished after <q>")
    try terminal.expect("over")
  }

  @Test func doesNotHangWhereNobodyCanContinueIt() throws {
    let terminal = try started()
    terminal.type("\u{1A}")
    try terminal.expect(leavesScreen)
    try terminal.expect(entersScreen)
    terminal.type("q")
    #expect(try terminal.exitCode() == 0)
  }

  @Test func repaintsAfterAStopByOthers() throws {
    let terminal = try started()
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    try terminal.expect("見本")
  }

  // MARK: Keys

  @Test(arguments: [
    ("\u{1B}[A", "Up"), ("\u{1B}OA", "Up"), ("\u{1B}[B", "Down"), ("\u{1B}OB", "Down"),
    ("\u{1B}[C", "Right"), ("\u{1B}OD", "Left"), ("\u{1B}[H", "Home"), ("\u{1B}OF", "End"),
    ("\u{1B}[1~", "Home"), ("\u{1B}[4~", "End"), ("\u{1B}[5~", "PgUp"), ("\u{1B}[6~", "PgDn"),
    ("\u{1B}[3~", "Delete"), ("\u{1B}[Z", "Shift-Tab"), ("\u{1B}[1;2A", "Shift-Up"),
    ("\u{1B}[1;5C", "Ctrl-Right"), ("\u{1B}OP", "F1"), ("\u{1B}[15~", "F5"), ("\u{1B}[21~", "F10"),
    ("\r", "Enter"), ("\t", "Tab"), ("\u{7F}", "Backspace"), ("\u{8}", "Backspace"),
    ("\u{3}", "Ctrl-C"), ("\u{13}", "Ctrl-S"), ("\u{1C}", "Ctrl-\\"), (" ", "Space"), ("漢", "漢"),
  ])
  func knowsKeys(bytes: String, name: String) throws {
    for type in ["xterm-256color", "screen"] {
      let terminal = try started(environment: ["TERM": type])
      terminal.type(bytes + "j")
      try terminal.expect("<\(name)>")
      try terminal.expect("<j>")
      #expect(!terminal.text.contains("<Esc>"))
    }
  }

  @Test func knowsALoneEscapeSoon() throws {
    let terminal = try started()
    let waits = try (1...5).map { _ in
      let start = ContinuousClock.now
      terminal.type("\u{1B}")
      try terminal.expect("<Esc>")
      return ContinuousClock.now - start
    }
    // It is 25 ms when nothing else runs; the library's own choice is a second.
    #expect(waits.contains { $0 < .milliseconds(900) }, "\(waits)")
  }

  @Test(arguments: [
    "\u{1B}[1;7P", "\u{1B}[?1;2c", "\u{1B}x", "\u{1B}あ", "\u{1B}[I", "\u{1B}[<0;1;1M",
  ])
  func swallowsWhatIsNoKey(bytes: String) throws {
    let terminal = try started()
    terminal.type(bytes + "j")
    try terminal.expect("<j>")
    #expect(terminal.text.count { $0 == "<" } == 1)
  }

  @Test func waitsForTheRestOfACharacter() throws {
    let terminal = try started()
    terminal.type(bytes: [0xE6, 0x97])
    _ = terminal.rest(after: 100)
    terminal.type(bytes: [0xA5])
    try terminal.expect("<日>")
  }

  @Test func takesPasteAsText() throws {
    let terminal = try started()
    terminal.type("\u{1B}[200~q 日本\r\u{1B}[A\u{1B}[31m\u{1B}[201~j")
    try terminal.expect("paste q 日本\\n\\x1B[31m")
    try terminal.expect("<j>")
  }

  @Test func endsAPasteThatWasCutOff() throws {
    let terminal = try started()
    terminal.type("\u{1B}[200~abc")
    try terminal.expect("paste abc")
    terminal.type("j")
    try terminal.expect("<j>")
  }

  @Test func readsTheTerminalAndNotStandardInput() throws {
    let terminal = try PseudoTerminal(
      shell: "echo qqq | '\(PseudoTerminal.specimen)' >/dev/null; echo over"
    )
    try terminal.expect("size 80x24")
    terminal.type("jq")
    try terminal.expect("over")
    #expect(terminal.text.contains("<j>"))
  }

  // MARK: Drawing

  @Test func followsTheSize() throws {
    let terminal = try started(environment: ["COLUMNS": "40", "LINES": "10"])
    terminal.resize(width: 100, height: 30)
    try terminal.expect("size 100x30")
    terminal.resize(width: 0, height: 0)
    for width in 60...90 { terminal.resize(width: width, height: 20) }
    try terminal.expect("size 90x20")
  }

  @Test func drawsManyMessagesInFewFrames() throws {
    let terminal = try started()
    let start = ContinuousClock.now
    terminal.type("b")
    try terminal.expect("洪水終了", within: .seconds(30))
    terminal.type("q")
    try terminal.expect("finished")
    try terminal.expect(" drawings")
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let words = terminal.text.split(separator: " ")
    let count = words.last { $0.allSatisfy(\.isNumber) }.flatMap { Double($0) }
    // Thirty a second, and one for each key and the beginning.
    #expect(try #require(count) <= seconds * 31 + 5)
  }

  @Test func sleepsWhenNothingHappens() throws {
    let terminal = try started()
    _ = terminal.rest(after: 200)
    let switches = terminal.contextSwitches
    #expect(switches > 0)
    #expect(terminal.rest(after: 600) == "")
    #expect(terminal.contextSwitches == switches)
  }

  @Test func ticksOnlyWhileAnimated() throws {
    let terminal = try started()
    terminal.type("a")
    try terminal.expect("tick")
    try terminal.expect("tick")
    terminal.type("a")
    _ = terminal.rest(after: 400)
    #expect(terminal.rest(after: 600) == "")
  }

  @Test func repaintsOnRequest() throws {
    let terminal = try started()
    _ = terminal.rest(after: 100)
    terminal.type("\u{C}")
    try terminal.expect("見本")
    #expect(!terminal.text.contains("<Ctrl-L>"))
  }

  @Test func drawsWithoutColorsWhenAsked() throws {
    let colored = try started()
    #expect(colored.text.contains("\u{1B}[32m"))
    let mono = try started(environment: ["NO_COLOR": "1"])
    _ = mono.rest(after: 200)
    #expect(!mono.text.contains("\u{1B}[32m"))
  }

  @Test func holdsStandardErrorBack() throws {
    let terminal = try started()
    terminal.type("e")
    #expect(!terminal.rest(after: 200).contains("held back"))
    terminal.type("q")
    try terminal.expect(leavesScreen)
    try terminal.expect("held back")
  }

  @Test func logsStandardErrorWhenAsked() throws {
    let log = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: log) }
    let terminal = try started([log.path])
    terminal.type("eq")
    _ = try terminal.exitCode()
    #expect(!terminal.text.contains("held back"))
    #expect(try String(contentsOf: log, encoding: .utf8) == "held back\n")
  }

  @Test func sendsBytesBetweenFrames() throws {
    let terminal = try started()
    terminal.type("o")
    try terminal.expect("\u{1B}]52;c;dm9sLTE=\u{07}")
    // Whole, and not in the middle of a frame: the screen before and after is as it would be.
    terminal.type("j")
    try terminal.expect("<j>")
  }

  @Test func leavesWrappingToTheTerminal() throws {
    let terminal = try started()
    terminal.type("t")
    let long = String(repeating: "長い行", count: 30)
    try terminal.expect(long + "\r\nend")
    terminal.type("t")
    try terminal.expect("見本")
  }

  @Test func drawsASCIIAloneWhereTheLocaleHasNoUTF8() throws {
    let terminal = try PseudoTerminal(environment: ["LC_ALL": "ja_JP.eucJP"])
    try terminal.expect("eucJP")
    try terminal.expect("???")
    #expect(!terminal.text.contains("見本"))
    terminal.type("q")
    #expect(try terminal.exitCode() == 0)
  }

  // MARK: Where there is no screen to have

  @Test func drawsOnATerminalOfAKnownFamily() throws {
    let terminal = try PseudoTerminal(environment: ["TERM": "xterm-future"])
    try terminal.expect("TERM=xterm-future はこのマシンに登録がない")
    terminal.type("q")
    #expect(try terminal.exitCode() == 0)
  }

  @Test(
    arguments: [
      (["TERM": "nonsense"], "terminal type nonsense"),
      (["TERM": "dumb"], "type dumb (TERM) cannot"),
      (["TERM": nil], "TERM is not set"), (["TERM": ""], "TERM is not set"),
    ] as [([String: String?], String)]
  )
  func saysWhyThereIsNoScreen(environment: [String: String?], words: String) throws {
    let terminal = try PseudoTerminal(environment: environment)
    let modes = terminal.modes
    try terminal.expect(words)
    #expect(try terminal.exitCode() == 64)
    #expect(terminal.modes == modes)
    #expect(!terminal.text.contains("\u{1B}"))
  }

  @Test func saysThatThereIsNoTerminal() throws {
    let terminal = try PseudoTerminal(shell: "setsid -w '\(PseudoTerminal.specimen)'; echo code $?")
    try terminal.expect("there is no terminal to draw on")
    try terminal.expect("code 64")
  }

  @Test(arguments: ["C", "POSIX", "ja_JP.UTF-8", "en_US.utf8", ""])
  func drawsJapaneseInAnyLocaleThatCanBe(name: String) throws {
    let terminal = try PseudoTerminal(environment: ["LC_ALL": name])
    try terminal.expect("見本 「適合」")
    terminal.type("日")
    try terminal.expect("<日>")
  }
}
