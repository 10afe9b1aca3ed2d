import Checks
import Domain
import Foundation
import StateStore
import TerminalUI
import Testing

@testable import App

struct MatrixScreenTests {
  @Test func putsTheWorstAccountFirst() throws {
    let player = Self.opened()
    #expect(
      player.matrix?.visible.map(\.id) == [Fixture.account, "999900001111", "777788889999"]
    )
    #expect(player.matrix?.visible.map(\.name) == ["prod", "archive", "keys"])
    #expect(player.matrix?.visible.map(\.alerts) == [3, 0, 0])
  }

  @Test func opensTheRowOfTheAccount() {
    var player = Self.opened()
    player.press("jj<Right><Right><CR>")
    let choice = AccountChoice(.profile("keys"), account: "777788889999")
    #expect(player.effects.suffix(2) == [.use(choice), .loadFindings("777788889999")])
    #expect(player.session.router.top is ItemScreen)
    #expect(player.lines[0].contains("ASC 02-02"))
    player.press("q")
    #expect(player.lines[0].contains("keys 7777-8888-9999"))
  }

  @Test func sortsByOneRow() {
    var player = Self.opened()
    player.press("s")
    // In the first row only the last account is doubtful.
    #expect(player.matrix?.visible.first?.id == "999900001111")
    player.press("<Right>")
    #expect(player.matrix?.visible.first?.id == Fixture.account)
    player.press("s")
    #expect(player.matrix?.isSortedByColumn == false)
  }

  @Test func staysWithinTheRows() {
    var player = Self.opened()
    player.press("<Left>")
    #expect(player.notice.contains("first row"))
    player.press(String(repeating: "<Right>", count: 17))
    #expect(player.matrix?.column == 16)
    #expect(player.notice.contains("last row"))
  }

  @Test func isRefusedWhereThereIsOneAccount() {
    var player = Player()
    player.press("M")
    #expect(player.matrix == nil)
    #expect(player.notice.contains("one account is saved"))
  }

  @Test(arguments: Golden.Size.all) func showsAccountsAgainstRows(_ size: Golden.Size) throws {
    try Golden.check("matrix", size, cursor: 1, state: Self.state) { player in
      player.press("M")
      player.send(.profiles(AccountsScreenTests.profiles))
      player.press("j<Right><Right>")
    }
  }

  /// A thousand accounts are reckoned once, and not at every key.
  @Test func isQuickWithAThousandAccounts() throws {
    var state = Self.state
    for number in 0..<1_000 {
      var record = try #require(state.accounts[Fixture.account])
      record = record.renamed(AccountID("\(200_000_000_000 + number)"))
      state.accounts[record.account] = record
    }
    var player = Player(state: state)
    player.press("M")
    player.press("j")
    let clock = ContinuousClock()
    let time = clock.measure { for _ in 0..<20 { player.press("j") } }
    #expect(player.matrix?.visible.count == 1_003)
    #expect(time < .seconds(2), "\(time)")
  }

  private static let state: State = {
    var state = AccountsScreenTests.state
    state.accounts["999900001111"]?.lastScan?.accountName = "archive"
    state.accounts["999900001111"]?.rows["ASC 01"] = Fixture.summary(unknown: 1)
    return state
  }()

  private static func opened() -> Player {
    var player = Player(.english, 120, 40, state: state)
    player.press("M")
    player.send(.profiles(AccountsScreenTests.profiles))
    player.press("g")
    return player
  }
}

extension AccountRecord {
  fileprivate func renamed(_ account: AccountID) -> Self {
    var record = AccountRecord(account: account, partition: partition)
    record.rows = rows
    record.lastScan = lastScan
    record.log = log
    return record
  }
}

extension Player {
  var matrix: MatrixScreen? { session.router.top as? MatrixScreen }
}
