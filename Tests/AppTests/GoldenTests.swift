import Domain
import StateStore
import TerminalUI
import Testing

@testable import App

/// Every screen in both languages and three sizes.
struct GoldenTests {
  @Test(arguments: Golden.Size.all) func showsTheChecklist(_ size: Golden.Size) throws {
    try Golden.check("checklist", size, cursor: 1) { $0.press("eee") }
  }

  @Test(arguments: Golden.Size.all) func showsAScan(_ size: Golden.Size) throws {
    try Golden.check("scanning", size, cursor: 1) { player in
      player.press("2")
      player.startScanning()
    }
  }

  @Test(arguments: Golden.Size.all) func previewsAManualRow(_ size: Golden.Size) throws {
    try Golden.check("checklist-manual", size, cursor: 1) { $0.press("2jj") }
  }

  @Test(arguments: Golden.Size.all) func narrowsTheChecklist(_ size: Golden.Size) throws {
    try Golden.check("checklist-filter", size, cursor: 1) { $0.press("/s3<Space>!") }
  }

  @Test(arguments: Golden.Size.all) func showsTheFirstStart(_ size: Golden.Size) throws {
    try Golden.check("first-start", size, cursor: 1, state: .init(), findings: [:]) { _ in }
  }

  @Test(arguments: Golden.Size.all) func saysWhyAScanFailed(_ size: Golden.Size) throws {
    try Golden.check("failed", size, cursor: 1) { player in
      player.press("R")
      player.send(.failed(Run(1), Fixture.noCredentials))
      player.wait(5)
      player.press("j")
    }
  }

  @Test(arguments: Golden.Size.all) func asksBeforeLeavingAScan(_ size: Golden.Size) throws {
    try Golden.check("question", size, cursor: 1) { player in
      player.startScanning()
      player.press("q")
    }
  }

  @Test(arguments: Golden.Size.all) func showsAnAutomaticRow(_ size: Golden.Size) throws {
    try Golden.check("item", size, cursor: size.height > 16 ? 1 : 0) { $0.press("j<CR>") }
  }

  @Test(arguments: Golden.Size.all) func showsARowWithManyFindings(_ size: Golden.Size) throws {
    try Golden.check("item-many", size, cursor: size.height > 16 ? 1 : 0) { $0.press("2<CR>") }
  }

  @Test(arguments: Golden.Size.all) func showsAGuide(_ size: Golden.Size) throws {
    try Golden.check("item-guide", size, cursor: 0) { $0.press("2<CR><C-f><C-f><C-f>") }
  }

  @Test(arguments: Golden.Size.all) func readsAGuide(_ size: Golden.Size) throws {
    try Golden.check("guide", size, cursor: 0) { $0.press("2o") }
  }

  @Test(arguments: Golden.Size.all) func selectsAnAddressOfAGuide(_ size: Golden.Size) throws {
    try Golden.check("guide-link", size, cursor: 1) { $0.press("2o<Tab><Tab>") }
  }

  @Test(arguments: Golden.Size.all) func searchesAGuide(_ size: Golden.Size) throws {
    try Golden.check("guide-search", size, cursor: 0) { $0.press("2o/KMS<CR>n") }
  }

  @Test(arguments: Golden.Size.all) func showsAManualRow(_ size: Golden.Size) throws {
    try Golden.check("item-manual", size, cursor: 0) { $0.press("2k<CR>") }
  }

  @Test(arguments: Golden.Size.all) func listsFindings(_ size: Golden.Size) throws {
    try Golden.check("findings", size, cursor: 1) { player in
      player.openFindings("2")
      player.press("jj")
    }
  }

  @Test(arguments: Golden.Size.all) func narrowsFindings(_ size: Golden.Size) throws {
    try Golden.check("findings-filter", size, cursor: 1) { player in
      player.openFindings("2")
      player.press("/us-east !i-0b77e1000<CR>fj")
    }
  }

  @Test(arguments: Golden.Size.all) func saysWhyARowIsUnknown(_ size: Golden.Size) throws {
    try Golden.check("findings-unknown", size, cursor: 1) { $0.openFindings("2jjj") }
  }

  @Test(arguments: Golden.Size.all) func saysThatNothingMatches(_ size: Golden.Size) throws {
    try Golden.check("findings-none", size, cursor: 0) { player in
      player.openFindings("2")
      player.press("/zzz")
    }
  }

  @Test(arguments: Golden.Size.all) func showsAFinding(_ size: Golden.Size) throws {
    try Golden.check("finding", size, cursor: 0) { player in
      player.openFindings("2")
      player.press("jj<CR>")
    }
  }

  @Test(arguments: Golden.Size.all) func showsWhatCouldNotBeRead(_ size: Golden.Size) throws {
    try Golden.check("finding-unknown", size, cursor: 0) { player in
      player.openFindings("2jjj")
      player.press("<CR>")
    }
  }

  @Test(arguments: Golden.Size.all) func marksAndSortsFindings(_ size: Golden.Size) throws {
    try Golden.check("findings-marked", size, cursor: 1) { player in
      player.openFindings("2")
      player.press("sn/region:us-e<CR><Space>jvj/<Esc>f")
    }
  }

  @Test(arguments: Golden.Size.all) func offersOrders(_ size: Golden.Size) throws {
    try Golden.check("findings-sort", size, cursor: 1) { player in
      player.openFindings("2")
      player.press("s<Down>")
    }
  }

  @Test(arguments: Golden.Size.all) func offersWhatToCopy(_ size: Golden.Size) throws {
    try Golden.check("findings-copy", size, cursor: 1) { player in
      player.openFindings("2")
      player.press("<Space><Space>y")
    }
  }

  @Test(arguments: Golden.Size.all) func saysWhyAPatternIsNotUsed(_ size: Golden.Size) throws {
    try Golden.check("findings-pattern", size, cursor: 1) { player in
      player.openFindings("2")
      player.press("//vol-(0f/")
    }
  }

  @Test(arguments: Golden.Size.all) func showsARecord(_ size: Golden.Size) throws {
    try Golden.check("record", size, cursor: 1) { player in
      player.openFindings("2")
      player.press("jJ/vol<CR>")
    }
  }

  @Test(arguments: Golden.Size.all) func searchesAFinding(_ size: Golden.Size) throws {
    try Golden.check("finding-search", size, cursor: 0) { player in
      player.openFindings("2")
      player.press("<CR>/vol")
    }
  }

  @Test(arguments: Golden.Size.all) func showsAnAddressWhole(_ size: Golden.Size) throws {
    try Golden.check("plain-text", size, cursor: 0) { player in
      player.openFindings("2")
      player.send(.browsed(.shown("https://example.com/", .terminal)))
    }
  }

  @Test(arguments: Golden.Size.all) func listsKeysOfTheFindings(_ size: Golden.Size) throws {
    try Golden.check("help-findings", size, cursor: 1) { player in
      player.openFindings("2")
      player.press("?")
    }
  }

  @Test(arguments: Golden.Size.all) func recordsAnEvaluation(_ size: Golden.Size) throws {
    try Golden.check("attest", size, cursor: 0) { player in
      player.press("2jja<Right><Tab>")
      player.paste("2026-06-10 に全14件のキーペアを確認。利用者のいない5件を削除し、残りは四半期ごとのローテーション手順(運用手順書 4.2)の対象。\n")
    }
  }

  @Test(arguments: Golden.Size.all) func recordsAnotherEvaluation(_ size: Golden.Size) throws {
    try Golden.check("attest-again", size, cursor: 0) { $0.press("2ka") }
  }

  @Test(arguments: Golden.Size.all) func renewsAnEvaluation(_ size: Golden.Size) throws {
    try Golden.check("attest-renew", size, cursor: 0) { $0.press("2kA") }
  }

  @Test(arguments: Golden.Size.all) func answersSeveralRows(_ size: Golden.Size) throws {
    try Golden.check("attest-several", size, cursor: 0) { $0.press("*a") }
  }

  @Test(arguments: Golden.Size.all) func marksRows(_ size: Golden.Size) throws {
    try Golden.check("checklist-marked", size, cursor: 1) { $0.press("2<Space>j<Space><Space>") }
  }

  @Test(arguments: Golden.Size.all) func asksBeforeItWithdraws(_ size: Golden.Size) throws {
    try Golden.check("withdraw", size, cursor: 1) { $0.press("2ku") }
  }

  @Test(arguments: Golden.Size.all) func acceptsAFinding(_ size: Golden.Size) throws {
    try Golden.check("except", size, cursor: 0) { player in
      player.openFindings("2")
      player.press("x")
      player.paste("評価用アカウントの一時ボリューム。四半期末に削除する。")
    }
  }

  @Test(arguments: Golden.Size.all) func acceptsAPattern(_ size: Golden.Size) throws {
    try Golden.check("except-pattern", size, cursor: 0) { player in
      player.openFindings("2")
      player.press("<Space><Space>x<S-Tab><Right><Tab><Tab><Tab>")
      player.count()
    }
  }

  @Test(arguments: Golden.Size.all) func putsARegionOutOfScope(_ size: Golden.Size) throws {
    try Golden.check("except-region", size, cursor: 0) { player in
      player.openFindings("2jjj")
      player.press("<Space><Space>x")
      player.paste("組織のSCPで禁止しているリージョン")
    }
  }

  @Test(arguments: Golden.Size.all) func renewsAnException(_ size: Golden.Size) throws {
    try Golden.check("except-renew", size, cursor: 0, state: Fixture.decided) { $0.press("xA") }
  }

  @Test(arguments: Golden.Size.all) func listsExceptions(_ size: Golden.Size) throws {
    try Golden.check("exceptions", size, cursor: 1, state: Fixture.decided) { $0.press("xj") }
  }

  @Test(arguments: Golden.Size.all) func saysThatNothingIsAccepted(_ size: Golden.Size) throws {
    try Golden.check("exceptions-none", size, cursor: 0) { $0.press("x") }
  }

  @Test(arguments: Golden.Size.all) func listsExceptedFindings(_ size: Golden.Size) throws {
    let findings = Fixture.remembered
    try Golden.check(
      "findings-excepted",
      size,
      cursor: 1,
      state: Fixture.decided,
      findings: findings
    ) { player in
      player.openFindings("2")
      player.press("/eu-west-1<CR>")
    }
  }

  @Test(arguments: Golden.Size.all) func showsAnExceptedFinding(_ size: Golden.Size) throws {
    try Golden.check("finding-excepted", size, cursor: 0, state: Fixture.decided) { player in
      player.openFindings("2")
      player.press("/eu-west-1<CR><CR>")
    }
  }

  @Test(arguments: Golden.Size.all) func listsWhatIsGone(_ size: Golden.Size) throws {
    let findings = Fixture.remembered
    try Golden.check("findings-gone", size, cursor: 1, findings: findings) { player in
      player.openFindings("j")
      player.press("<Tab>j")
    }
  }

  @Test(arguments: Golden.Size.all) func showsWhatIsGone(_ size: Golden.Size) throws {
    let findings = Fixture.remembered
    try Golden.check("finding-gone", size, cursor: 0, findings: findings) { player in
      player.openFindings("j")
      player.press("<Tab><CR>")
    }
  }

  @Test(arguments: Golden.Size.all) func showsTheHistoryOfARow(_ size: Golden.Size) throws {
    try Golden.check("history", size, cursor: 1, state: Fixture.decided) { $0.press("2Hj") }
  }

  @Test(arguments: Golden.Size.all) func showsTheHistoryOfTheAccount(_ size: Golden.Size) throws {
    try Golden.check("history-account", size, cursor: 1, state: Fixture.decided) {
      $0.press("2H<Tab>jj")
    }
  }

  @Test(arguments: Golden.Size.all) func showsWhatChanged(_ size: Golden.Size) throws {
    let findings = Fixture.remembered
    try Golden.check("difference", size, cursor: 0, findings: findings) {
      $0.press("jH<CR>")
    }
  }

  @Test(arguments: Golden.Size.all) func listsKeys(_ size: Golden.Size) throws {
    try Golden.check("help", size, cursor: 1) { $0.press("2?") }
  }

  @Test(arguments: Golden.Size.all) func listsKeysOfTheForm(_ size: Golden.Size) throws {
    try Golden.check("help-attest", size, cursor: 1) { $0.press("2ka?") }
  }

  @Test(arguments: Golden.Size.all) func searchesTheKeys(_ size: Golden.Size) throws {
    try Golden.check("help-search", size, cursor: 1) { $0.press("2?/実行<CR>jj") }
  }

  @Test(arguments: Golden.Size.all) func listsCommands(_ size: Golden.Size) throws {
    try Golden.check("palette", size, cursor: 1) { $0.press("2:") }
  }

  @Test(arguments: Golden.Size.all) func findsCommands(_ size: Golden.Size) throws {
    try Golden.check("palette-found", size, cursor: 1) {
      $0.press("2:評価<Down>")
    }
  }

  @Test(arguments: Golden.Size.all) func listsMessages(_ size: Golden.Size) throws {
    try Golden.check("messages", size, cursor: 0) { player in
      player.press("d")
      player.wait(61)
      player.send(.failed(Run(1), Fixture.noCredentials))
      player.press(":messages<CR>")
    }
  }

  @Test(arguments: Golden.Size.all) func showsTheProgressOfAScan(_ size: Golden.Size) throws {
    try Golden.check("progress", size, cursor: 1) { player in
      player.startScanning()
      player.press("p")
    }
  }

  @Test(arguments: Golden.Size.all) func leadsThroughWhatNeedsAction(_ size: Golden.Size) throws {
    try Golden.check("to-do", size, cursor: 0) { $0.press("t") }
  }

  @Test(arguments: Golden.Size.all) func leadsThroughWhatIsDue(_ size: Golden.Size) throws {
    try Golden.check("to-do-due", size, cursor: 0) { $0.press("tee") }
  }

  @Test func zoomsThePreview() throws {
    let size = Golden.Size(width: 120, height: 40)
    try Golden.check("preview-zoomed", size, cursor: 0) { $0.press("2z") }
    try Golden.check("preview-hidden", size, cursor: 1) { $0.press("2zz") }
  }

  @Test func staysUsableAtTheSmallestSize() throws {
    let smallest = Golden.Size(width: 40, height: 10)
    try Golden.check("checklist", smallest, cursor: 1) { $0.press("2j") }
    try Golden.check("attest", smallest, cursor: 0) { $0.press("2jja<Right><Tab>ok") }
    try Golden.check("findings", smallest, cursor: 1) { $0.openFindings("2") }
    try Golden.check("to-do", smallest, cursor: 0) { $0.press("t") }
    try Golden.check("progress", smallest, cursor: 1) { player in
      player.startScanning()
      player.press("p")
    }
    try Golden.check("palette", smallest, cursor: 1) { $0.press(":re") }
    try Golden.check("help", smallest, cursor: 1) { $0.press("?") }
  }

  @Test func saysWhenResultsAreOld() throws {
    try Golden.check("stale", Golden.Size(width: 80, height: 24), cursor: 1) { player in
      player.wait(3 * 86_400)
      player.press("j")
    }
  }
}
