import Testing

@testable import CursesTerminal

struct TerminalOptionsTests {
  @Test(
    arguments: [
      ([:], nil), (["LANG": "ja_JP.UTF-8"], nil), (["LANG": "ja_JP.utf8@x"], nil),
      (["LANG": "C"], nil),
      (["LANG": "ja_JP.eucJP"], "eucJP"), (["LANG": "ja_JP.SJIS", "LC_ALL": "C.UTF-8"], nil),
      (["LANG": "C.UTF-8", "LC_CTYPE": "ja_JP.SJIS@x"], "SJIS"),
      (["LANG": "a.SJIS", "LC_ALL": ""], "SJIS"),
    ] as [([String: String], String?)]
  )
  func readsTheCharacterSet(environment: [String: String], charset: String?) {
    #expect(TerminalOptions(environment: environment).foreignCharset == charset)
  }

  @Test func waitsLongerForEscapeOverSSH() {
    #expect(TerminalOptions(environment: [:]).escapeMilliseconds == 25)
    #expect(TerminalOptions(environment: ["SSH_TTY": "/dev/pts/1"]).escapeMilliseconds == 50)
    let chosen = TerminalOptions(environment: ["SSH_TTY": "/dev/pts/1"], escapeDelay: 10)
    #expect(chosen.escapeMilliseconds == 10)
  }
}
