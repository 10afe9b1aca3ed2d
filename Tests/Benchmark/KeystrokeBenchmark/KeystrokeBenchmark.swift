import App
import Checks
import Domain
import FoundationEssentials
import Glibc
import StateStore
import TerminalUI

/// How much work a key is in a list of 100,000 findings, from the press to the drawn screen.
///
/// `swift run -c release KeystrokeBenchmark`; it fails when a key takes longer than a frame.
@main
struct KeystrokeBenchmark {
  private static let frame = 16.0

  static func main() {
    let count = 100_000
    let records = (0..<count).map(record)
    var findings = Findings([])
    let building = milliseconds { findings = Findings(records) }
    print("building the index of \(count.withSeparators) findings: \(building) ms, off the screen")
    var bench = Bench(findings)
    bench.type("the filter", "/gp3 region:ap- !vol-00 state:alert 暗号化")
    bench.type("its clearing", "\u{1B}\u{1B}")
    bench.type("marks", "  vjjjv*")
    bench.type("a filter with marks", "/us-east-1\r")
    bench.type("clearing both", "\u{1B}\u{1B}")
    bench.type("sorting, asked for", "sn")
    bench.arrange("sorting")
    bench.type("a filter in a sorted list", "/us-east-1 new:no\r")
    bench.type("movements", "GgjjkkneE")
    bench.type("a pattern, asked for", "/\u{15}/vol-0[0-9a-f]+9 /\r")
    bench.arrange("the pattern")
    bench.type("menus and records", "\u{1B}yxq J q Y q")
    bench.type("an exception of all", "*xwhy\u{13}n")
    bench.type("an exception of a pattern", "\u{0B}\u{0E}\t\t\t\u{15}vol-0*\t")
    print("the slowest key took \(bench.slowest) ms; a frame has \(frame) ms")
    exit(bench.slowest > frame ? 1 : 0)
  }

  private static func record(_ number: Int) -> FindingRecord {
    let regions: [Region] = ["ap-northeast-1", "us-east-1", "eu-west-1", "ap-southeast-1"]
    let region = regions[number % regions.count]
    let id = "vol-0" + String(number &* 2_654_435_761 % 0xFFFF_FFFF, radix: 16)
    let finding = Finding.alert(
      Resource(arn: "arn:aws:ec2:\(region.name):123456789012:volume/\(id)", region: region),
      Catalog.reason(code: "volumeUnencrypted"),
      ["volumeType": "gp3", "size": "\(8 + number % 5)", "nameTag": "web-\(number % 100)"]
    )
    return FindingRecord(
      id: finding.id(row: "ASC 07", account: "123456789012"),
      finding: finding,
      firstSeen: Date(timeIntervalSince1970: 1_780_000_000),
      lastSeen: Date(timeIntervalSince1970: 1_781_000_000),
      scans: 1 + number % 40
    )
  }
}

/// A session on the list of findings, and the time its keys take.
private struct Bench {
  private var session: Session
  private let asked = Locked<Arrangement?>(nil)
  private(set) var slowest = 0.0

  init(_ findings: Findings) {
    var state = State()
    var record = AccountRecord(account: "123456789012", partition: .aws)
    let all = findings.records.map(\.finding)
    let now = Date(timeIntervalSince1970: 1_781_000_000)
    record.rows = ["ASC 07": RowSummary(of: all, checkedAt: now, duration: 9)]
    state.accounts["123456789012"] = record
    state.currentAccount = "123456789012"
    let setup = Session.Setup(
      state: state,
      language: .japanese,
      label: "bench",
      reviewer: "bench",
      zone: .utc,
      width: 120,
      height: 40
    )
    session = Session(setup, now: { now }) { [asked] effect in
      if case .arrange(let arrangement) = effect { asked.withLock { $0 = arrangement } }
    }
    session.handle(.message(.findings("123456789012", ["ASC 07": findings])))
    // The row with the findings, its page, the list of all of them.
    for key: Key in ["2", .enter, "G", .enter] { session.handle(.key(key)) }
  }

  mutating func type(_ what: String, _ keys: String) {
    let times = keys.map { press(Self.key($0)) }
    let worst = times.max() ?? 0
    let key = zip(keys, times).first { $0.1 == worst }?.0 ?? " "
    slowest = max(slowest, worst)
    print("\(what): \(worst) ms at most (\(Self.key(key).label.en)), \(times.count) keys")
  }

  /// Done on another thread; only its arrival is a matter of the screen's.
  mutating func arrange(_ what: String) {
    guard let arrangement = asked.withLock({ $0 }) else { return print("\(what): not asked for") }
    var outcome: Arrangement.Outcome?
    let working = milliseconds { outcome = arrangement.carriedOut() }
    guard let outcome else { return }
    let arriving = milliseconds {
      session.handle(.message(.arranged(outcome)))
      draw()
    }
    slowest = max(slowest, arriving)
    print("\(what): \(working) ms off the screen, \(arriving) ms on it")
  }

  private mutating func press(_ key: Key) -> Double {
    milliseconds {
      session.handle(.key(key))
      draw()
    }
  }

  private func draw() {
    var canvas = Canvas(width: 120, height: 40)
    session.draw(on: &canvas)
  }

  private static func key(_ character: Character) -> Key {
    switch character {
    case "\u{1B}": .escape
    case "\r": .enter
    case "\u{15}": .control("u")
    case "\u{13}": .control("s")
    case "\u{0B}": .shiftTab
    case "\u{0E}": .right
    case "\t": .tab
    default: .character(character)
    }
  }
}

/// The time this thread worked, whatever else the machine does meanwhile.
private func milliseconds(_ body: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }
  let start = now()
  body()
  return ((now() - start) * 10).rounded() / 10
}
