import Domain
import Testing

@testable import StateStore

struct FindingLineTests {
  @Test func aLineReadsAsWritten() throws {
    #expect(
      text([record(.volume("vol-1"))]) == """
        {"row":"ASC 07","id":"1","status":"alert",\
        "arn":"arn:aws:ec2:ap-northeast-1:111122223333:volume/vol-1","region":"ap-northeast-1",\
        "reason":"volumeUnencrypted","values":{"volumeType":"gp3","size":"8"},\
        "firstSeen":"2026-06-11T12:00:00Z","lastSeen":"2026-06-11T12:00:00Z","scans":3}

        """
    )
  }

  @Test(arguments: [
    Finding.volume("vol-1"),
    .notApplicable(Resource(arn: "", region: nil), .nothingToCheck),
    .pass(
      Resource(arn: "arn:日本\n\"\\", region: "x", qualifier: "\u{202E}q\u{0}"),
      .encrypted,
      ["c": "🗾", "a": "", "b": "\t"],
      warnings: [.old, .unencrypted]
    ),
    .unknown(
      Resource(arn: "arn", region: nil),
      Gap(.accessDenied, "ec2:DescribeVolumes", code: "X", deniedBy: .sessionPolicy, message: "no")
    ),
  ])
  func keepsEveryPartOfAFinding(_ finding: Finding) throws {
    let records = [record(finding), record(.volume("other")), record(finding)]
    #expect(try read(text(records)) == records)
  }

  @Test func laterProgramsMayAppendMembers() throws {
    let line = text([record(.volume("vol-1"))])
    let later = line.replacing("\"scans\":3}", with: #""scans":3,"owner":{"x":[1]}}"#)
    #expect(try read(later + line).count == 2)
  }

  @Test(arguments: [
    "\"id\":\"1\",", "\"scans\":3", "alert", "2026-06-11T12:00:00Z", "}\n", "gp3\"",
  ])
  func aMutilatedLineIsAFault(_ part: String) {
    let line = text([record(.volume("vol-1"))])
    #expect(throws: JSONScanner.Fault.self) { try read(line.replacing(part, with: "")) }
  }

  private func record(_ finding: Finding) -> FindingRecord {
    FindingRecord(id: "1", finding: finding, firstSeen: noon, lastSeen: noon, scans: 3)
  }

  private func text(_ records: [FindingRecord]) -> String {
    var writer = FindingWriter()
    for record in records { writer.append(record, row: "ASC 07") }
    return String(decoding: writer.json.bytes, as: UTF8.self)
  }

  private func read(_ text: String) throws -> [FindingRecord] {
    let bytes = Array(text.utf8)
    var reader = FindingReader(bytes, reason: Reason.init(unknownCode:))
    return try reader.records(in: 0..<bytes.count)
  }
}
