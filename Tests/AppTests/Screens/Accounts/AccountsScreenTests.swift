import Domain
import Foundation
import StateStore
import TerminalUI
import Testing

@testable import App

struct AccountsScreenTests {
  @Test func readsTheProfilesWhenItIsOpened() {
    var player = Player()
    player.press("P")
    #expect(player.effects.last == .readProfiles)
    player.press("P")
    #expect(player.accounts == nil)
  }

  @Test func joinsProfilesWithWhatIsKept() throws {
    let player = Self.opened()
    let lines = try #require(player.accounts?.lines)
    #expect(
      lines.map(\.id) == [
        .way(.profile("broken")), .way(.profile("keys")), .way(.profile("prod")),
        .way(.profile("sandbox")),
        .way(.profile("stg")), .account("999900001111"),
      ]
    )
    // The files do not say whose the keys are; a scan did.
    #expect(lines[1].account == "777788889999")
    #expect(lines[1].toDo != nil)
    #expect(lines[3].account == "555566667777")
    #expect(lines[3].toDo == nil)
    #expect(lines.map(\.isInUse) == [false, false, true, false, false, false])
    #expect(player.accounts?.selected?.id == .way(.profile("prod")))
  }

  @Test func switchesToSavedResultsAndScansNothing() {
    var player = Self.opened()
    player.press("k<CR>")
    let choice = AccountChoice(.profile("keys"), account: "777788889999")
    #expect(player.effects.suffix(2) == [.use(choice), .loadFindings("777788889999")])
    #expect(player.session.router.top is ChecklistScreen)
    #expect(player.lines[0].contains("keys 7777-8888-9999"))
    player.press("R")
    #expect(player.effects.contains { if case .scan = $0 { true } else { false } })
  }

  @Test func showsAProfileThatWasNeverScannedAsSuch() {
    var player = Self.opened()
    player.press("j<CR>")
    #expect(player.lines[0].contains("sandbox not scanned yet"))
    #expect(player.notice.contains("aws sso login --profile sandbox"))
    // What another program writes of another account is none of its.
    var state = Self.state
    state.revision += 1
    player.send(.state(state))
    #expect(player.lines[0].contains("sandbox not scanned yet"))
  }

  @Test func refusesToScanWhatNoProfileLeadsTo() {
    var player = Self.opened()
    player.press("G<CR>R")
    #expect(player.lines[0].contains("9999-0000-1111"))
    #expect(player.notice.contains("no profile leads to this account"))
    #expect(!player.effects.contains { if case .scan = $0 { true } else { false } })
  }

  @Test func scansAgainThroughTheRoleThatScannedBefore() throws {
    var player = Self.opened(Self.reached)
    let line = try #require(player.accounts?.lines.first { $0.account == "888800001111" })
    #expect(line.way == .role(Self.role))
    player.press("/members<CR><CR>")
    #expect(player.effects.contains(.use(AccountChoice(.role(Self.role), account: line.account))))
    #expect(player.lines[0].contains("audit 8888-0000-1111"))
    #expect(player.notice.contains("now the role audit, as saved"))
    player.press("R")
    #expect(player.effects.contains { if case .scan = $0 { true } else { false } })
  }

  /// The last scan with keys in the environment tells whose they are.
  @Test func listsTheEnvironmentsKeys() throws {
    var player = Self.opened(Self.reached)
    let line = try #require(player.accounts?.lines.first)
    #expect(line.id == .way(.environment))
    #expect(line.account == "333300001111")
    player.press("gg<CR>")
    #expect(
      player.effects.contains(.use(AccountChoice(.environment, account: "333300001111")))
    )
    #expect(player.lines[0].contains("3333-0000-1111"))
    #expect(player.notice.contains("the environment's keys"))
    player.press("P")
    #expect(player.accounts?.lines.first?.isInUse == true)
  }

  @Test(arguments: Golden.Size.all) func listsEveryWayIn(_ size: Golden.Size) throws {
    try Golden.check("accounts-ways", size, cursor: 1, state: Self.reached) { player in
      player.press("P")
      player.send(.profiles(Self.environment + Self.profiles))
      player.press("Gk")
    }
  }

  @Test func showsTheAccountThatAScanFound() {
    var player = Self.opened()
    player.press("j<CR>R")
    player.send(.scan(Run(1), .identified("555566667777", .aws)))
    var state = Self.state
    state.accounts["555566667777"] = AccountRecord(account: "555566667777", partition: .aws)
    state.revision += 1
    player.send(.finished(Run(1), state))
    #expect(player.lines[0].contains("sandbox 5555-6666-7777"))
  }

  @Test func staysWithTheAccountWhenSomethingIsWrittenDown() {
    var player = Self.opened()
    player.press("k<CR>")
    var state = Self.state
    state.revision += 1
    player.send(.attested("ASC 09", state))
    #expect(player.lines[0].contains("7777-8888-9999"))
  }

  @Test func refusesWhileAScanRuns() {
    var player = Self.opened()
    player.press("qRPk<CR>")
    #expect(player.notice.contains("a scan is running"))
    #expect(player.accounts != nil)
  }

  @Test func refusesWhileAnEvaluationIsBeingWritten() {
    var player = Player()
    player.press("2jja<Right><Tab>x<Esc>P")
    guard player.accounts != nil else { return }
    player.send(.profiles(Self.profiles))
    player.press("<CR>")
    #expect(player.notice.contains("not recorded yet"))
  }

  @Test func hasOneAccountInTheDemo() {
    var setup = Fixture.setup(.english, Fixture.state, 80, 24)
    setup.hasAccounts = false
    var session = Session(setup, now: { Fixture.now }, perform: { _ in })
    session.handle(.key("P"))
    #expect(session.router.top is ChecklistScreen)
    #expect(session.router.notice?.text == AccountChoice.none)
  }

  @Test func findsProfilesByNameAndNumber() {
    var player = Self.opened()
    player.press("/5555-6666<CR>")
    #expect(player.accounts?.visible.map(\.id) == [.way(.profile("sandbox"))])
    player.press("<Esc>/eu-west<CR>")
    #expect(player.accounts?.visible.map(\.id) == [.way(.profile("stg"))])
  }

  @Test func saysWhyTheProfilesCannotBeRead() {
    var player = Player()
    player.press("P")
    let text = Text(en: "config, line 3: no key", ja: "config 3行目")
    player.send(.profilesUnreadable(Problem(text, hint: Text(en: "Mend it", ja: "直す"))))
    #expect(player.lines.contains { $0.contains("config, line 3: no key. Mend it") })
  }

  @Test(arguments: Golden.Size.all) func listsAccounts(_ size: Golden.Size) throws {
    try Golden.check("accounts", size, cursor: 1, state: Self.state) { player in
      player.press("P")
      player.send(.profiles(Self.profiles))
      player.press("j")
    }
  }

  // MARK: Samples

  static let state: State = {
    var state = Fixture.state
    state.accounts[Fixture.account]?.lastScan?.way = .profile("prod")
    for (account, profile) in [("777788889999", "keys"), ("999900001111", nil)] {
      var record = AccountRecord(account: AccountID(account), partition: .aws)
      record.lastScan = Fixture.scan(at: Fixture.days(3))
      record.lastScan?.way = profile.map { .profile($0) }
      record.rows = ["ASC 01": Fixture.summary(pass: 1)]
      state.accounts[AccountID(account)] = record
    }
    return state
  }()

  static let profiles: [ProfileListing] = [
    ProfileListing(
      name: "broken",
      signIn: .broken(
        Text(en: "It names no one.", ja: "参照先がありません。"),
        hint: Text(en: "Mend it.", ja: "直してください。")
      )
    ),
    ProfileListing(name: "keys", region: "us-east-1", signIn: .ready),
    ProfileListing(
      name: "prod",
      account: Fixture.account,
      region: "ap-northeast-1",
      signIn: .until(Fixture.now.addingTimeInterval(7_200))
    ),
    ProfileListing(
      name: "sandbox",
      account: "555566667777",
      signIn: .lapsed(
        Text(
          en: "the sign-in of sandbox has lapsed.",
          ja: "sandbox のサインインが期限切れです。"
        ),
        hint: Text(
          en: "Run `aws sso login --profile sandbox`.",
          ja: "`aws sso login --profile sandbox` を実行してください。"
        )
      )
    ),
    ProfileListing(
      name: "stg",
      account: "222233334444",
      region: "eu-west-1",
      signIn: .ready,
      asksForCode: true
    ),
  ]

  private static let environment = [
    ProfileListing.environment(region: "eu-west-1", signIn: .ready)
  ]

  private static let role = NamedRoleWay("audit", externalID: "x", profile: "prod")

  /// With an account that a role reached, and one that keys in the environment did.
  private static let reached: State = {
    var state = Self.state
    let ways: [(AccountID, SignInWay, String?)] = [
      ("888800001111", .role(role), "members"), ("333300001111", .environment, nil),
    ]
    for (account, way, name) in ways {
      var record = AccountRecord(account: account, partition: .aws)
      record.lastScan = Fixture.scan(at: Fixture.days(2))
      record.lastScan?.way = way
      record.lastScan?.accountName = name
      state.accounts[account] = record
    }
    return state
  }()

  /// With `prod` in use and the page open.
  static func opened() -> Player { opened(state, []) }

  private static func opened(_ state: State) -> Player { opened(state, environment) }

  private static func opened(_ state: State, _ environment: [ProfileListing]) -> Player {
    var player = Player(state: state)
    player.press("P")
    player.send(.profiles(environment + profiles))
    return player
  }
}

extension Player {
  var accounts: AccountsScreen? { session.router.top as? AccountsScreen }
}
