import Domain
import TerminalUI
import Testing

@testable import App

/// Every screen that shows facts beside a manual row, in both languages and three sizes.
struct EvidenceGoldenTests {
  @Test(arguments: Golden.Size.all) func marksRowsOfWhichFactsMoved(_ size: Golden.Size) throws {
    try check("evidence-checklist", size, cursor: 1) { $0.press("Gk") }
  }

  @Test(arguments: Golden.Size.all) func showsFactsBesideTheQuestion(_ size: Golden.Size) throws {
    try check("evidence-item", size) { $0.press("jjjjjjjjj<CR>") }
  }

  @Test(arguments: Golden.Size.all) func showsThenAndNow(_ size: Golden.Size) throws {
    try check("evidence-changed", size) { $0.press("Gk<CR>") }
  }

  @Test(arguments: Golden.Size.all) func alertsAtOnce(_ size: Golden.Size) throws {
    try check("evidence-alert", size) { $0.press("jj<CR>") }
  }

  @Test(arguments: Golden.Size.all) func showsFactsBesideTheForm(_ size: Golden.Size) throws {
    try check("evidence-attest", size) { $0.press("jjjjjjjjja") }
  }

  @Test(arguments: Golden.Size.all) func showsWhatMovedBesideTheForm(_ size: Golden.Size) throws {
    try check("evidence-renew", size) { $0.press("Gka") }
  }

  private func check(
    _ name: String,
    _ size: Golden.Size,
    cursor rows: Int = 0,
    _ play: (inout Player) -> Void
  ) throws {
    try Golden.check(name, size, cursor: rows, state: Fixture.evidenceState, play)
  }
}
