import Checks
import Testing

@testable import Reports

struct VerdictTests {
  @Test(
    arguments: [
      ([], 0), ([.ok, .warning, .nothingToCheck, .reviewed, .dueSoon, .attestedNotApplicable], 0),
      ([.ok, .unknown], 2), ([.ok, .neverReviewed], 2), ([.ok, .expired], 2),
      ([.ok, .neverRun], 2),
      ([.ok, .alert], 1), ([.reviewed, .notCompliant], 1), ([.unknown, .expired, .alert], 1),
      ([.notCompliant, .neverReviewed], 1),
    ] as [([Standing], Int32)]
  )
  func saysWhetherSomebodyMustAct(_ standings: [Standing], _ code: Int32) {
    #expect(Verdict(of: standings).exitCode == code)
  }
}
