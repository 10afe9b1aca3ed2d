import Testing

@testable import CursesTerminal

struct BrowserTests {
  @Test(
    arguments: [
      ([:], []), (["DISPLAY": ":0"], [["xdg-open", "https://a/"]]),
      (["BROWSER": "firefox"], [["firefox", "https://a/"]]),
      (
        ["BROWSER": "b --url=%s -n:w3m"],
        [["b", "--url=https://a/", "-n"], ["w3m", "https://a/"]]
      ),
      (["BROWSER": "", "WAYLAND_DISPLAY": "w"], [["xdg-open", "https://a/"]]),
    ] as [([String: String], [[String]])]
  )
  func looksForOneWhereThereIsOne(environment: [String: String], commands: [[String]]) {
    #expect(Browser(environment: environment).commands(for: "https://a/") == commands)
  }

  @Test func saysThatNoneStarts() {
    #expect(!Browser(environment: [:]).open("https://a/"))
    #expect(!Browser(environment: ["BROWSER": "/nowhere/at-all"]).open("https://a/"))
    #expect(!Browser(environment: ["BROWSER": "/bin/false"]).open("https://a/"))
    #expect(Browser(environment: ["BROWSER": "/bin/true"]).open("https://a/"))
  }
}
