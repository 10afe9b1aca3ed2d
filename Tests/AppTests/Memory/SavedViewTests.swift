import Domain
import TerminalUI
import Testing

@testable import App

struct SavedViewTests {
  /// Starts again with what the file of the first program says.
  private func again(_ player: Player) throws -> Player {
    let bytes = try player.session.view.bytes()
    return Player(view: SavedView(reading: bytes))
  }

  private func hungUp(_ keys: String) throws -> Player {
    var player = Player()
    player.press(keys)
    player.hangUp()
    return try again(player)
  }

  @Test func theChecklistStandsAsItWasLeft() throws {
    let player = try hungUp("f/s3<CR>jj")
    #expect(player.checklist.filter.scope == .needsAction)
    #expect(player.checklist.filter.words == "s3")
    var before = Player()
    before.press("f/s3<CR>jj")
    #expect(player.checklist.selection.id == before.checklist.selection.id)
  }

  @Test func aListOfFindingsStandsAsItWasLeft() throws {
    var player = Player()
    player.openFindings("2")
    player.press("sn/us-east<CR>jjj")
    let (id, count) = (player.selectedID, player.list?.selection.ids.count)
    player.hangUp()
    var next = try again(player)
    next.arrange()
    #expect(next.session.router.stack.count == 3)
    #expect(next.list?.filter.words == "us-east")
    #expect(next.list?.selection.ids.count == count)
    #expect(next.selectedID == id)
    next.press("/<C-u><Up>")
    #expect(next.list?.filter.words == "us-east")
  }

  @Test func whatWasTypedSurvivesAHangUp() throws {
    var player = try hungUp("2jja<Right><Tab>seen")
    #expect(player.notice.contains("what you had typed about ASC 09 is kept"))
    player.press("a")
    #expect(player.form?.note.text == "seen")
    #expect(player.form?.outcome == .compliant)
    player.press("<Esc>y")
    player.press("a")
    #expect(player.form?.note.text == "")
  }

  @Test func anExceptionBegunSurvivesAHangUp() throws {
    var player = Player()
    player.openFindings("j")
    player.press("xpublic site<Tab><C-u>Hanako")
    player.hangUp()
    player = try again(player)
    #expect(player.notice.contains("the exception you had begun is kept; x"))
    player.press("x")
    #expect(player.exception?.text(.reason) == "public site")
    #expect(player.exception?.text(.person) == "Hanako")
    #expect(player.exception?.kind == .findings)
    #expect(player.notice.contains("what you had typed before is here again"))
    player.press("<Esc>yx")
    #expect(player.exception?.text(.reason) == "")
  }

  @Test func aPatternBegunSurvivesAHangUpWithItsScope() throws {
    var player = Player()
    player.press("xx07<Tab>us-west-2<Tab>vol-*<Tab>scratch")
    player.hangUp()
    player = try again(player)
    player.press("xx")
    #expect(player.exception?.text(.row) == "07")
    #expect(player.exception?.text(.resource) == "vol-*")
    #expect(player.exception?.text(.reason) == "scratch")
  }

  @Test func filesWithoutExceptionsAreRead() {
    let bytes = Array(
      #"{"accounts":{"1":{"drafts":{},"lists":{},"open":[]}},"queries":["a"]}"#.utf8
    )
    #expect(SavedView(reading: bytes).queries == ["a"])
  }

  @Test func whatWasTypedIsWrittenAtAPause() {
    var player = Player()
    player.press("2jja<Right><Tab>seen")
    #expect(player.session.isAnimated)
    player.tick()
    #expect(!player.effects.contains { if case .saveView = $0 { true } else { false } })
    player.wait(1)
    player.tick()
    guard case .saveView(let view) = player.effects.last else {
      Issue.record("nothing was written")
      return
    }
    #expect(view.accounts[Fixture.account.digits]?.drafts["09"]?.note == "seen")
    #expect(!player.session.isAnimated)
  }

  @Test func whatWasGivenUpIsForgotten() throws {
    var player = Player()
    player.press("2jja<Right><Tab>seen<C-c>y")
    #expect(player.session.isFinished)
    var next = try again(player)
    next.press("a")
    #expect(next.form?.note.text == "")
  }

  @Test func aDamagedFileCountsAsNone() {
    #expect(SavedView(reading: Array("{\"accounts\": 3".utf8)) == SavedView())
    #expect(SavedView(reading: []) == SavedView())
  }
}
