import Domain
import TerminalUI
import Testing

@testable import App

struct ConfigurationTests {
  @Test func readsWhatPeopleSet() {
    let configuration = Configuration(
      """
      # mine
      language = ja
      reviewer = "山田 太郎 <taro@example.co.jp>"
      theme = high-contrast
      stale = alert
      escape-delay = 50

      filter.mine = region:ap- !test
      key.rescan = F6 r
      """
    )
    #expect(configuration.faults.isEmpty)
    #expect(configuration.language == .japanese)
    #expect(configuration.reviewer == "山田 太郎 <taro@example.co.jp>")
    #expect(configuration.theme == .highContrast)
    #expect(configuration.staleness == .alert)
    #expect(configuration.escapeDelay == 50)
    #expect(configuration.filters == [.init(name: "mine", words: "region:ap- !test")])
    #expect(configuration.keys.keys(ofCommandNamed: "rescan") == [.function(6), "r"])
  }

  @Test(arguments: [
    ("theme = pink", "auto, dark, light, mono, high-contrast"), ("colour = on", "language,"),
    ("stale = fail", "warn, alert"),
    ("language", "name = value"), ("escape-delay = soon", "0 to 1000"), ("reviewer =", "missing"),
    ("filter.x = /(/", "( has no )"), ("filter.x =", "filter.NAME = words"),
    ("key.rescan = F13", "no key is called F13"), ("key.fly = x", "no command is called fly"),
    ("key.rescan =", "one key or more"), ("key.rescan = Ctrl-z", "terminal's own"),
  ])
  func saysWhichLineIsWrongAndWhatItMaySay(_ line: String, _ words: String) {
    let configuration = Configuration("language = en\n\(line)\ntheme = dark\n")
    #expect(configuration.faults.map(\.line) == [2])
    let said = configuration.faults.first?.words(in: "/home/a/config")
    #expect(said?.en.hasPrefix("/home/a/config:2: ") ?? false)
    #expect(said?.en.contains(words) ?? false, "\(said?.en ?? "")")
    #expect(configuration.language == .english)
    #expect(configuration.theme == .dark)
  }

  @Test func aSavedFilterIsACommand() {
    var player = Player(configuration: Configuration("filter.buckets = s3 !billing"))
    player.press(":buckets<CR>")
    #expect(player.checklist.filter.words == "s3 !billing")
    player.press("<Esc>")
    player.openFindings("2")
    player.press(":filter-buckets<CR>")
    #expect(player.list?.filter.words == "s3 !billing")
    player.press("o:filter-buckets<CR>")
    #expect(player.notice.contains("no list here"))
  }
}
