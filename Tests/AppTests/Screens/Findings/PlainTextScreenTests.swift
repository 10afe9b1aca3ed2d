import Domain
import TerminalUI
import Testing

@testable import App

struct PlainTextScreenTests {
  private func player(_ keys: String) -> Player {
    var player = Player()
    player.openFindings("2")
    player.press(keys)
    return player
  }

  @Test func showsMarkedRowsWholeFromTheFirstColumn() {
    let player = player("<Space>j<Space>Y")
    let lines = player.session.plainText?.split(separator: "\n") ?? []
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("alert  vol-") && $0.count > 80 })
    // The terminal writes it, so nothing of ours may stand there.
    #expect(player.lines.dropLast(2).allSatisfy { $0.isEmpty })
  }

  @Test func showsAFindingWithoutWrapping() {
    let player = player("<CR>Y")
    #expect(player.session.plainText?.contains("Resource   vol-0") == true)
    #expect(player.session.plainText?.contains("\u{1B}") == false)
  }

  @Test func neverScrollsTheScreen() {
    var player = player("Y")
    let first = player.session.plainText ?? ""
    let rows = first.split(separator: "\n").reduce(0) { $0 + ($1.count + 79) / 80 }
    #expect(rows <= 22 && rows >= 20)
    player.press("<Space>")
    #expect(player.session.plainText != first)
    player.press("k")
    #expect(player.session.plainText == first)
    player.press("k")
    #expect(player.notice.contains("first page"))
  }

  @Test func goesBack() {
    var player = player("YY")
    #expect(player.session.plainText == nil)
    player.press("Y<Esc>")
    #expect(player.list != nil)
  }
}
