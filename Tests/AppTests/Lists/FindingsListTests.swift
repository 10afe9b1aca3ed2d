import Domain
import TerminalUI
import Testing

@testable import App

struct FindingsListTests {
  private func player(_ keys: String) -> Player {
    var player = Player()
    player.openFindings("2")
    player.press(keys)
    return player
  }

  private let ids = Fixture.findings["ASC 07"]?.ids ?? []

  @Test func marksAndStepsDown() {
    let player = player("<Space><Space>")
    #expect(player.marked == Set(ids[0...1]))
    #expect(player.list?.selection.index == 2)
    #expect(player.lines[1].contains("marked 2"))
    #expect(player.lines[3].hasPrefix(" *[!!]"))
  }

  @Test func marksARange() {
    var player = player("jvjj")
    #expect(player.lines[1].contains("marked 3"))
    player.press("v")
    #expect(player.marked == Set(ids[1...3]))
    player.press("jjvkkk<Esc>")
    #expect(player.marked == Set(ids[1...3]))
  }

  @Test func marksWithShiftAndArrows() {
    let player = player("jj<S-Down><S-Down><S-Up>")
    #expect(player.marked == Set(ids[2...4]))
  }

  @Test func marksAllThatMatchAndNoneAgain() {
    var player = player("/us-east-1<CR>*")
    let count = player.list?.selection.ids.count
    #expect(player.marked.count == count)
    player.press("*")
    #expect(player.list?.marks.isEmpty == true)
  }

  @Test func saysHowManyMarksAreHidden() {
    var player = player("<Space><Space>/us-east-1<CR><Space>")
    #expect(player.lines[1].contains("marked 3 (2 hidden)"))
    player.press("*")
    #expect(player.list?.hiddenMarks == 2)
    player.press("*")
    #expect(player.list?.marks.isEmpty == true)
  }

  @Test func keepsMarksByIdentity() {
    var player = player("<Space><Space>snS")
    #expect(player.marked == Set(ids[0...1]))
    let records = Fixture.findings["ASC 07"]?.records ?? []
    player.send(.findings(Fixture.account, ["ASC 07": Findings(records.dropFirst())]))
    #expect(player.marked == [ids[1]])
    player.press("ya")
    #expect(player.copied == records[1].finding.resource.arn)
  }

  @Test func stepsOutFromTheInnermost() {
    var player = player("/us-east-1<CR><Space>vjy")
    player.press("<Esc>")
    #expect(player.list?.marks.isEmpty == false)
    player.press("<Esc>")
    #expect(player.list?.marks.anchor == nil)
    player.press("<Esc>")
    #expect(player.list?.marks.isEmpty == true)
    #expect(player.list?.filter.isActive == true)
    player.press("<Esc>")
    #expect(player.list?.filter.isActive == false)
    player.press("<Esc>")
    #expect(player.notice.contains("q does"))
    #expect(player.session.router.top is FindingsScreen)
  }

  @Test func takesMarksInTheOrderOfTheListAndHiddenOnesLast() {
    var player = player("<Space>/us-east-1<CR>S")
    player.press("gjj<Space>kkk<Space>")
    let list = player.list
    let marked = list?.chosen ?? []
    #expect(marked.count == 3)
    #expect(marked.last == 0)
    let places = marked.dropLast().compactMap { list?.selection.ids.firstIndex(of: $0) }
    #expect(places == places.sorted())
  }
}
