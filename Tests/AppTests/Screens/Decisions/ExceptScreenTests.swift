import Checks
import Domain
import Foundation
import TerminalUI
import Testing

@testable import App

struct ExceptScreenTests {
  @Test func acceptsOneFindingFromTheKeyToTheCount() {
    var player = Player()
    player.openFindings("j")
    #expect(player.lines[0].contains("[!!] alert 1"))
    player.press("x")
    player.press("公開用の静的サイト<C-s>")
    guard case .except(.findings(let targets), let terms) = player.decision else {
      Issue.record("no exception was handed over")
      return
    }
    #expect(targets.map(\.resource) == ["arn:aws:s3:::cloudtrail-logs-prod"])
    #expect(terms.reason == "公開用の静的サイト")
    #expect(terms.person == "Taro Yamada <taro@example.co.jp>")
    player.decide()
    #expect(player.exception == nil)
    #expect(player.lines[0].contains("[OK] ok"))
    #expect(player.lines[1].contains("excepted 1"))
    #expect(player.lines[3].contains("[!!] = "))
    player.press("qq")
    #expect(player.line(of: "02-01").contains("[OK]"))
  }

  @Test func countsAgainWhenItsEndHasPassed() {
    var player = Player()
    player.openFindings("j")
    player.press("xok<Tab><Tab><C-u>2026-06-11<C-s>")
    player.decide()
    #expect(player.standing(of: "ASC 02-01") == .ok)
    player.wait(13.2 * 3_600)
    player.press("j")
    #expect(player.standing(of: "ASC 02-01") == .ok)
    player.wait(3_600)
    player.press("k")
    #expect(player.standing(of: "ASC 02-01") == .alert)
    #expect(player.lines[3].contains("[!!] +"))
  }

  @Test func asksBeforeItAcceptsSeveral() {
    var player = Player()
    player.openFindings("2")
    player.press("<Space><Space><Space>xok<C-s>")
    #expect(player.notice.contains("Accept 3 findings until 2026-09-09?"))
    #expect(player.decision == nil)
    player.press("n")
    #expect(player.exception != nil)
    player.press("<C-s>y")
    guard case .except(.findings(let targets), _) = player.decision else {
      Issue.record("no exception was handed over")
      return
    }
    #expect(targets.count == 3)
  }

  @Test func acceptsAPatternAndSaysHowManyItCovers() {
    var player = Player()
    player.openFindings("2")
    player.press("x<S-Tab><Right><Tab><Tab><C-u>us-west-2<Tab><C-u>vol-*<Tab>scratch")
    player.count()
    #expect(player.lines[0].contains("covers 198 now"))
    player.press("<C-s>y")
    let pattern = Suppression.Pattern(row: "ASC 07", region: "us-west-2", resource: Glob("vol-*"))
    guard case .except(let scope, _) = player.decision else {
      Issue.record("no exception was handed over")
      return
    }
    #expect(scope == .pattern(pattern))
    player.decide()
    #expect(player.lines[0].contains("[!!] alert 12,147"))
  }

  /// A guardrail denies both regions: nothing but the reason is left to be typed.
  @Test func offersToPutDeniedRegionsOutOfScope() {
    var player = Player()
    player.openFindings("2jjj")
    player.press("<Space><Space>xdenied by the organization<C-s>")
    guard case .except(let scope, let terms) = player.decision else {
      Issue.record("no exception was handed over")
      return
    }
    #expect(scope == .regions(["ap-northeast-1", "ap-south-1"]))
    #expect(terms.reason == "denied by the organization")
    player.decide()
    #expect(player.notice.contains("out of scope until the end date: ap-northeast-1, ap-so"))
    #expect(player.standing(of: "ASC 10") == .ok)
  }

  @Test func acceptsJustTheFindingsWhereThatIsChosen() {
    var player = Player()
    player.openFindings("2jjj")
    player.press("xok<S-Tab><Left><Left><C-s>")
    guard case .except(.findings(let targets), _) = player.decision else {
      Issue.record("no exception of findings was handed over")
      return
    }
    #expect(targets.count == 1)
  }

  @Test func offersNoRegionWhereSomethingWasRead() {
    var player = Player()
    player.openFindings("j")
    player.press("x")
    #expect(player.exception?.kinds == [.findings, .pattern])
  }

  /// With 100,000 findings a count takes longer than a frame.
  @Test func countsManyFindingsAwayFromTheScreen() {
    var player = Player()
    player.openFindings("2")
    player.press("x<S-Tab><Right><Tab><Tab><C-u>us-west-2<Tab>")
    #expect(player.lines[0].contains("counting"))
    let first = player.counted
    player.press("<C-u>vol-0*<Tab>")
    if let first { player.send(.counted(first, 7)) }
    #expect(player.lines[0].contains("counting"), "a count that is out of date was taken")
    player.press("scratch<C-s>")
    #expect(player.notice.contains("Accept all findings that fit the pattern"))
    player.press("n")
    player.count()
    #expect(player.lines[0].contains("covers 198 now"))
    player.press("<C-s>")
    #expect(player.notice.contains("Accept 198 findings"))
  }

  @Test(arguments: [
    ("<C-s>", "the reason is empty", ExceptScreen.Field.reason),
    ("ok<Tab><C-u><C-s>", "it is not said who decided this", .person),
    ("ok<Tab><Tab><C-u>2026-06-10<C-s>", "the end of the exception has passed", .until),
    ("ok<Tab><Tab><C-u>2026-12-09<C-s>", "more than 180 days ahead", .until),
    ("ok<Tab><Tab><C-u>soon<C-s>", "the end must be like 2026-09-30", .until),
    ("<S-Tab><Right><Tab><C-u>99<C-s>", "there is no row 99", .row),
    (
      "ok<S-Tab><Right><Tab><C-u><Tab><C-u><Tab><C-u>*<C-s>", "which findings the exception is for",
      .resource
    ),
  ])
  func saysWhatIsMissingAndGoesThere(_ keys: String, _ words: String, _ field: ExceptScreen.Field) {
    var player = Player(.english, 120, 40)
    player.openFindings("j")
    player.press("x" + keys)
    #expect(player.notice.contains(words) || player.lines[37].contains(words))
    #expect(player.exception?.focus == field)
    #expect(player.decision == nil)
  }

  @Test func takesTheLastDayThatThereIs() {
    var player = Player()
    player.openFindings("j")
    player.press("xok<Tab><Tab><C-u>2026-12-08<C-s>")
    guard case .except(_, let terms) = player.decision else {
      Issue.record("no exception was handed over")
      return
    }
    #expect(terms.until == Fixture.now.addingTimeInterval(Suppression.limit))
  }

  @Test func goesOnWhenItCouldNotBeWrittenDown() {
    var player = Player()
    player.openFindings("j")
    player.press("xok<C-s><C-s>")
    #expect(player.effects.count { if case .decide = $0 { true } else { false } } == 1)
    #expect(player.notice.contains("please wait"))
    player.send(.undecided(Fixture.noCredentials))
    #expect(player.exception?.text(.reason) == "ok")
    player.press("<C-s>")
    #expect(player.effects.count { if case .decide = $0 { true } else { false } } == 2)
  }

  @Test func refusesWhatNeedsNoException() {
    var player = Player()
    player.openFindings("j")
    player.press("jx")
    #expect(player.exception == nil)
    #expect(player.notice.contains("can be accepted"))
  }

  @Test func asksBeforeItForgetsWhatWasTyped() {
    var player = Player()
    player.openFindings("j")
    player.press("x<Esc>")
    #expect(player.exception == nil)
    player.press("xok<Esc>")
    #expect(player.notice.contains("Discard"))
    player.press("y")
    #expect(player.exception == nil)
  }
}

extension Player {
  /// The count that was asked for last.
  var counted: CoverageCount? {
    effects.reversed().lazy.compactMap { if case .count(let job) = $0 { job } else { nil } }.first
  }

  /// Counts, as the program would on another thread.
  mutating func count() {
    guard let job = counted, let count = job.carriedOut() else { return }
    send(.counted(job, count))
  }
}
