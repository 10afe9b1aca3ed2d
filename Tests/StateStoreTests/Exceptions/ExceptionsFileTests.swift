import Domain
import Foundation
import Testing

@testable import StateStore

struct ExceptionsFileTests {
  private let now = Date(timeIntervalSince1970: 1_781_142_120)

  @Test func losesNothingOnTheWayThroughAFile() throws {
    let record = record(full)
    let text = ExceptionsFile.text(of: record)
    let entries = try imported(text, into: AccountRecord(account: account, partition: .aws))
    #expect(Log(entries).suppressions == record.log.suppressions)
  }

  @Test func addsNothingTheSecondTime() throws {
    let text = ExceptionsFile.text(of: record(full))
    #expect(try imported(text, into: record(full)) == [])
    let first = try imported(byHand, into: record([]))
    #expect(first.count == 2)
    #expect(try imported(byHand, into: record(first)) == [])
    let later = now.addingTimeInterval(9 * 86_400)
    #expect(try imported(byHand, into: record(first), at: later) == [])
  }

  @Test func takesWhatIsWrittenByHand() throws {
    let log = Log(try imported(byHand, into: record([])))
    let suppression = try #require(log.suppressions.first)
    #expect(suppression.scope == .pattern(.init(row: "ASC 07", resource: Glob("vol-scratch-*"))))
    #expect(suppression.person == "山田")
    #expect(suppression.recordedAt == now)
    #expect(Timestamp.text(suppression.until) == "2026-07-01T00:00:00Z")
    #expect(Timestamp.text(suppression.expiresAt) == "2026-08-01T00:00:00Z")
  }

  @Test(arguments: [
    ("id = \"x\"", 1, "id is not known"), ("version = 2", 1, "version is not known"),
    ("account = \"999999999999\"", 1, "about account 999999999999"),
    ("account = \"12\"", 1, "12 is no account"), ("[exception]", 1, "[exception] has no place"),
    ("[[exception]]", 1, "person is missing"), ("[exception.ended]", 1, "has no place"),
    ("[[exception]]\nperson = 'p'", 1, "reason is missing"),
    ("[[exception]]\nperson = 'p'\nreason = 'r'", 1, "until is missing"),
    ("[[exception]]\nperson = 'p'\nreason = 'r'\nuntil = '2026-07-01'", 4, "until is no date"),
    ("[[exception]]\nrow = 'x'\nperson = 'p'\nreason = 'r'\nuntil = 2026-07-01", 2, "is no row"),
    ("[[exception]]\nrow = 7\nperson = 'p'\nreason = 'r'\nuntil = 2026-07-01", 2, "no string"),
    ("[[exception]]\nrow = '7'\nperson = 'p'\nreason = 'r'\nuntil = 2026-06-01", 1, "has passed"),
    ("[[exception]]\nrow = '7'\nperson = 'p'\nreason = 'r'\nuntil = 2027-06-01", 1, "180 days"),
    ("[[exception]]\nperson = 'p'\nreason = 'r'\nuntil = 2026-07-01", 1, "which findings"),
    (
      "[[exception]]\nrow = '7'\nout-of-scope = 'eu-west-1'\nperson = 'p'\nreason = 'r'\n"
        + "until = 2026-07-01",
      1, "not for several"
    ),
    (
      "[[exception]]\nout-of-scope = ''\nperson = 'p'\nreason = 'r'\nuntil = 2026-07-01", 1,
      "which findings"
    ),
    (
      "[[exception]]\nrow = '7'\nperson = 'p'\nreason = 'r'\nuntil = 2026-07-01\n"
        + "recorded = 2027-01-01T00:00:00Z",
      1, "recorded lies in the future"
    ),
  ])
  func saysWhereItIsWrongAndWhat(_ text: String, _ line: Int, _ words: String) {
    do throws(ExceptionsFault) {
      _ = try imported(text, into: record([]))
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.line == line)
      #expect(error.problem.en.contains(words), "\(error.problem.en)")
      #expect(!error.hint.en.isEmpty && !error.hint.ja.isEmpty)
    }
  }

  @Test func changesNothingThatIsOnRecord() throws {
    let text = ExceptionsFile.text(of: record(full))
    for (old, new) in [("risk", "no risk"), ("vol-*", "*-vol"), ("2026-08-01", "2026-08-02")] {
      #expect(throws: ExceptionsFault.self) {
        try imported(text.replacingOccurrences(of: old, with: new), into: record(full))
      }
    }
  }

  @Test func isPutInAFilesPlaceWhole() throws {
    let folder = try Folder()
    let path = "\(folder.path)/exceptions.toml"
    try ExceptionsFile.write("version = 1\n", to: path)
    try ExceptionsFile.write(ExceptionsFile.text(of: record(full)), to: path)
    #expect(try folder.names() == ["exceptions.toml"])
    #expect(try ExceptionsFile(path: path).exceptions.count == 3)
    #expect(throws: ExceptionsFileError.self) { try ExceptionsFile(path: folder.path + "/none") }
    #expect(throws: ExceptionsFileError.self) {
      try ExceptionsFile.write("", to: folder.path + "/none/file")
    }
  }

  @Test func quotesWhateverSomebodyTyped() throws {
    for text in ["", "a\"b\\c", "日本語\n\t\r", "\u{1}\u{7f}\u{8}", "'", "#"] {
      let reader = try TOMLReader("a = \(ExceptionsFile.quoted(text))")
      #expect(reader.tables[0].entries["a"]?.value == .string(text))
    }
  }

  // MARK: Samples

  private let account: AccountID = "123456789012"

  private let byHand = """
    # reviewed
    [[exception]]
    row = "ASC 07"
    resource = 'vol-scratch-*'
    reason = "scratch"
    person = "山田"
    until = 2026-06-30

    [[exception.renewal]]
    until = 2026-07-31
    person = "佐藤"
    """

  private var full: [LogEntry] {
    let then = now.addingTimeInterval(-20 * 86_400)
    let end = Date(timeIntervalSince1970: 1_785_542_400)
    let targets = ["a", "b"].map {
      Suppression.Target(finding: $0, row: "ASC 07", resource: "arn:aws:ec2:::\($0)")
    }
    return [
      .exception(
        Suppression(
          id: "one",
          scope: .pattern(.init(row: "ASC 07", region: "us-east-1", resource: Glob("vol-*"))),
          reason: "the \"risk\" is small\n二行目",
          person: "Taro <taro@example.co.jp>",
          recordedAt: then,
          until: end
        )
      ),
      .exception(
        Suppression(
          id: "two",
          scope: .findings(targets),
          reason: "risk",
          person: "佐藤",
          recordedAt: then,
          until: end
        )
      ),
      .exception(
        Suppression(
          id: "three",
          scope: .regions(["eu-west-1", "me-south-1"]),
          reason: "denied by the organization",
          person: "佐藤",
          recordedAt: then,
          until: end
        )
      ),
      .renewal(.init(id: "r1", of: "one", until: end + 9, by: "佐藤", reason: "x", recordedAt: now)),
      .renewal(.init(id: "r2", of: "one", until: end + 99, by: "佐藤", recordedAt: now)),
      .ending(.init(id: "e1", of: "two", by: "山田", reason: "fixed", recordedAt: now)),
    ]
  }

  private func record(_ entries: [LogEntry]) -> AccountRecord {
    var record = AccountRecord(account: account, partition: .aws)
    record.log = Log(entries)
    return record
  }

  private func imported(
    _ text: String,
    into record: AccountRecord,
    at now: Date? = nil
  ) throws(ExceptionsFault) -> [LogEntry] {
    try ExceptionsFile(text).entries(for: record, now: now ?? self.now) { day in
      Timestamp.date("\(day)T00:00:00Z")?.addingTimeInterval(86_400)
    }
  }
}
