import Domain
import TerminalUI
import Testing

@testable import App

/// What holds for every key table, so that no key is dead, double or without words.
struct KeymapTests {
  @Test func bindsEveryCommandOnceOnEveryScreen() {
    expectWhole(ChecklistScreen.self)
    expectWhole(ItemScreen.self)
    expectWhole(FindingsScreen.self)
    expectWhole(FindingScreen.self)
    expectWhole(AttestScreen.self)
    expectWhole(ExceptScreen.self)
    expectWhole(ExceptionsScreen.self)
    expectWhole(HistoryScreen.self)
    expectWhole(DifferenceScreen.self)
    expectWhole(HelpScreen.self)
    expectWhole(RecordScreen.self)
    expectWhole(PlainTextScreen.self)
    expectWhole(GuideScreen.self)
    expectWhole(PaletteScreen.self)
    expectWhole(MessagesScreen.self)
    expectWhole(ProgressScreen.self)
    expectWhole(ToDoScreen.self)
    expectWhole(AccountsScreen.self)
    expectWhole(MatrixScreen.self)
    expectWhole(CodeScreen.self)
  }

  @Test func bindsEveryGlobalCommandOnce() {
    let bound = GlobalCommand.keymap.map(\.command)
    #expect(Set(bound) == Set(GlobalCommand.allCases))
    #expect(bound.count == GlobalCommand.allCases.count)
    expectDistinct(GlobalCommand.keymap.flatMap(\.keys), "global")
  }

  /// Where letters are text, a hint such as `q back` would be a lie.
  @Test(arguments: Language.allCases, [60, 80, 120])
  func namesNoLetterWhileLettersAreText(_ language: Language, _ width: Int) {
    let forms = (1...4).map { "2jja" + String(repeating: "<Tab>", count: $0) }
    for keys in forms + ["/", "/s3"] {
      var player = Player(language, width, 40)
      player.press(keys)
      expectNamedKeysOnly(player, keys)
    }
    for keys in ["/", "<CR>/", "J/", "<CR>J/x"] {
      var player = Player(language, width, 40)
      player.openFindings("2")
      player.press(keys)
      expectNamedKeysOnly(player, keys)
    }
  }

  private func expectNamedKeysOnly(_ player: Player, _ keys: String) {
    #expect(player.session.router.top.isTyping, "\(keys)")
    let hints = player.lines[39].split(separator: "  ").map { $0.drop { $0 == " " } }
    #expect(!hints.isEmpty)
    for hint in hints {
      let key = hint.prefix { $0 != " " }
      #expect(key.count > 1 || key == "上" || key == "下", "\(keys): \(hint)")
    }
  }

  @Test func bindsEveryChoiceOfEveryMenuOnce() {
    #expect(CopyForm.menu.map(\.command) == CopyForm.allCases)
    expectDistinct(CopyForm.menu.flatMap(\.keys), "copy menu")
    expectWords(CopyForm.menu, "copy menu")
    #expect(FindingOrder.menu.map(\.command) == FindingOrder.Key.allCases)
    expectDistinct(FindingOrder.menu.flatMap(\.keys), "sort menu")
    expectWords(FindingOrder.menu, "sort menu")
    // These move in a menu, choose, and close it.
    let taken: Set<Key> = [.up, .down, .tab, .shiftTab, .enter, .escape, "q", .control("c")]
    #expect(taken.isDisjoint(with: CopyForm.menu.flatMap(\.keys)))
    #expect(taken.isDisjoint(with: FindingOrder.menu.flatMap(\.keys)))
  }

  private func expectWhole<P: Page>(_ page: P.Type) {
    let bound = P.keymap.map(\.command)
    #expect(Set(bound) == Set(P.Command.allCases), "\(page)")
    #expect(bound.count == P.Command.allCases.count, "\(page)")
    expectGlobalKeysFree(of: P.keymap, "\(page)")
    expectWords(P.keymap, "\(page)")
  }

  /// A screen may not take a global key, except for the form and the matrix, where the arrows
  /// choose, and the command line and the MFA code, which Ctrl-C closes.
  private func expectGlobalKeysFree<Command>(of keymap: [KeyBinding<Command>], _ name: String) {
    let global = GlobalCommand.keymap.flatMap(\.keys)
    let own = keymap.flatMap(\.keys)
    expectDistinct(own, name)
    let shared: Set<Key> =
      switch Command.self {
      case is AttestScreen.Command.Type, is ExceptScreen.Command.Type,
        is MatrixScreen.Command.Type:
        [.left]
      case is PaletteScreen.Command.Type: [.control("c")]
      case is CodeScreen.Command.Type: [.control("c"), .function(10)]
      default: []
      }
    #expect(Set(own).intersection(global) == shared, "\(name)")
  }

  private func expectDistinct(_ keys: [Key], _ name: String) {
    #expect(Set(keys).count == keys.count, "\(name) binds a key twice")
  }

  private func expectWords<Command>(_ keymap: [KeyBinding<Command>], _ name: String) {
    for binding in keymap {
      for language in Language.allCases {
        for words in [binding.hint[language], binding.help[language]] {
          #expect(!words.isEmpty && !words.hasAmbiguousWidth, "\(name): \(words)")
        }
        let keys = binding.keys.map { $0.label[language] }.joined(separator: " ").displayWidth
        let taken = 2 + max(14, keys + 2) + binding.help[language].displayWidth
        #expect(taken < 40, "\(name): \(binding.help[language]) is cut in the help")
      }
    }
  }
}
