import Domain
import Scanner
import Testing

@testable import App

struct JobTests {
  @Test func followsARowFromTheQueueToItsVerdict() {
    var job = Job(Run(1), rows: ["ASC 01"], at: Fixture.now)
    #expect(job.isActive("ASC 01"))
    job.take(.started("ASC 01"), at: Fixture.now)
    job.take(.judged("ASC 01", Fixture.summary(pass: 1), Findings([])), at: Fixture.now)
    #expect(!job.isActive("ASC 01"))
  }

  @Test func remembersWhenARowBeganWhileItProgresses() {
    var job = Job(Run(1), rows: ["ASC 08"], at: Fixture.minutes(9))
    job.take(.started("ASC 08"), at: Fixture.minutes(5))
    let progress = Progress(unit: .regions, done: 1, total: 17)
    job.take(.progress("ASC 08", progress), at: Fixture.now)
    guard case .running(Fixture.minutes(5), progress) = job.phases["ASC 08"] else {
      Issue.record("\(String(describing: job.phases["ASC 08"]))")
      return
    }
  }

  @Test func ignoresNewsOfARowThatWasGivenUp() {
    var job = Job(Run(1), rows: ["ASC 01", "ASC 08"], at: Fixture.now)
    job.drop("ASC 08")
    job.take(.started("ASC 08"), at: Fixture.now)
    #expect(job.phases.keys.map(\.self) == ["ASC 01"])
  }

  @Test func keepsWhatIsJudgedWhenTheRestIsGivenUp() {
    var job = Job(Run(1), rows: ["ASC 01", "ASC 08"], at: Fixture.now)
    job.take(.judged("ASC 01", Fixture.summary(pass: 1), Findings([])), at: Fixture.now)
    job.dropActive()
    #expect(job.phases.keys.map(\.self) == ["ASC 01"])
  }
}
