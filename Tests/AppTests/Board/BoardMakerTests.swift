import Domain
import StateStore
import Testing

@testable import App

struct BoardMakerTests {
  @Test func takesTheCallerForTheReviewerUnlessOneWasSet() {
    var setup = Fixture.setup(.english, Fixture.state, 80, 24)
    setup.login = "me@host"
    let set = setup.reviewer
    #expect(reviewer(setup) == set)
    setup.reviewer = nil
    #expect(reviewer(setup) == Fixture.state.accounts[Fixture.account]?.lastScan?.caller)
    setup.state.accounts[Fixture.account]?.lastScan = nil
    #expect(reviewer(setup) == "me@host")
  }

  private func reviewer(_ setup: Session.Setup) -> String {
    var maker = BoardMaker(setup: setup, now: Fixture.now)
    return maker.board().reviewer
  }
}
