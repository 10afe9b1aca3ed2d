import Domain
import Scanner
import StateStore
import TerminalUI
import Testing

@testable import App

/// Ten thousand keys at random, with other sizes and results in between.
struct StormTests {
  @Test(arguments: [1, 2, 3]) func survivesAnyKeysAndKeepsTheSelectedRow(_ seed: UInt64) throws {
    var random = Seeded(state: seed)
    var player = Player(findings: Self.findings(3))
    for step in 1...3_400 {
      disturb(&player, &random)
      let isMoving = player.press(
        Self.keys.randomElement(using: &random) ?? "j",
        unlessItEnds: true
      )
      #expect(!player.session.router.stack.isEmpty)
      if step % 50 == 0 { Golden.expectWellFormed(player.canvas, "seed \(seed), step \(step)") }
      if !isMoving { expectSameRow(&player, revision: step) }
    }
    try expectToStandAsItWasLeft(player)
  }

  /// However the screen was left, the next start has it.
  private func expectToStandAsItWasLeft(_ player: Player) throws {
    var player = player
    player.hangUp()
    let view = player.session.view
    #expect(SavedView(reading: try view.bytes()) == view)
    let next = Player(view: view)
    #expect(!next.session.router.stack.isEmpty)
    Golden.expectWellFormed(next.canvas, "started again")
  }

  /// News from outside must not move the cursor while its row is in the list.
  private func expectSameRow(_ player: inout Player, revision: Int) {
    let before = player.checklist.selection.id
    var state = Fixture.state
    state.revision = revision
    player.send(.state(state))
    #expect(player.checklist.selection.id == before)
  }

  private func disturb(_ player: inout Player, _ random: inout Seeded) {
    switch Int.random(in: 0..<40, using: &random) {
    case 0:
      player.resize(
        Int.random(in: 1...140, using: &random),
        Int.random(in: 1...50, using: &random)
      )
    case 1:
      let count = Int.random(in: 0...40, using: &random)
      player.send(.findings(Fixture.account, Self.findings(count)))
    case 2:
      let run = Run(Int.random(in: 1...9, using: &random))
      player.send(.scan(run, .identified(Fixture.account, .aws)), .scan(run, .started("ASC 07")))
    case 3:
      let run = Run(Int.random(in: 1...9, using: &random))
      player.send(.finished(run, Fixture.state))
    case 4: player.send(.failed(Run(1), Fixture.noCredentials))
    case 5: player.tick()
    case 6: player.paste("日本語\nabc")
    case 7: player.send(.attested(Fixture.draft(of: "ASC 09"), [], Fixture.state))
    case 8: player.wait(3)
    case 9: player.arrange()
    case 11: player.decide()
    case 12: player.send(.undecided(Fixture.noCredentials))
    case 10: player.send(.browsed(.shown("https://example.com/", .failed)))
    default: break
    }
  }

  private static func findings(_ count: Int) -> [CheckID: Findings] {
    ["ASC 07": Findings(Fixture.findings["ASC 07"]?.records.prefix(count) ?? [])]
  }

  private static let keys: [Key] =
    "jkhlgGeEfrRXaqQLyn123{}[]/?dゃｊ sSvv*yYJOnNiacuU!:ptz<>owx".map(Key.character) + [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter, .tab, .shiftTab,
      .shiftUp, .shiftDown, .escape, .backspace, .delete, .function(1), .function(5), .function(10),
      .tab, .tab, .control("c"),
      .control("d"), .control("u"), .control("f"), .control("b"), .control("s"), .control("x"),
    ]

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let mixed = (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
      return mixed ^ (mixed >> 29)
    }
  }
}

extension Player {
  /// False when the key left the list of rows alone.
  fileprivate mutating func press(_ key: Key, unlessItEnds: Bool) -> Bool {
    let before = checklist.selection.id
    press(key)
    return checklist.selection.id != before
  }
}
