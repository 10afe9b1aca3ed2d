import Testing

@testable import AWSClient

/// As Python's `shlex.split` has it, which botocore uses.
struct ShellWordsTests {
  @Test(arguments: [
    ("", []), ("  ", []), ("a b", ["a", "b"]), (" a\t b ", ["a", "b"]),
    ("a 'b c' d", ["a", "b c", "d"]), (#"a "b c" d"#, ["a", "b c", "d"]),
    (#"a\ b"#, ["a b"]), (#"'a\b'"#, [#"a\b"#]), (#""a\"b\\c\d""#, [#"a"b\c\d"#]),
    ("a''b", ["ab"]), ("''", [""]), (#"x="y z"w"#, ["x=y zw"]),
    ("$HOME `ls` > x", ["$HOME", "`ls`", ">", "x"]),
    (#"C:\\x"#, [#"C:\x"#]), ("a # b", ["a", "#", "b"]),
  ])
  func splits(_ text: String, _ words: [String]) {
    #expect(ShellWords.split(text) == words)
  }

  @Test(arguments: ["'", "\"a", "a 'b", "a\\"])
  func whatIsLeftOpenIsNothing(_ text: String) {
    #expect(ShellWords.split(text) == nil)
  }
}
