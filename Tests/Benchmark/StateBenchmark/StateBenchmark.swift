import Checks
import Domain
import FoundationEssentials
import StateStore

/// Writes and reads a state file of any number of findings, and says how long each took.
///
/// `StateBenchmark PATH COUNT` leaves the file behind and prints milliseconds as JSON: a first
/// scan's record, a second one's over it, reading all findings, and reading those of one row.
@main
struct StateBenchmark {
  static let account = AccountID("111122223333")

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[2]) else {
      return print("usage: StateBenchmark PATH COUNT")
    }
    let store = StateStore(path: arguments[1], reason: Catalog.reason(code:))
    let (today, tomorrow) = (result(count, day: 0), result(count, day: 1))
    let first = try milliseconds { _ = try store.record(today) }
    let second = try milliseconds { _ = try store.record(tomorrow) }
    var kept: [Any] = []
    let all = try milliseconds { kept.append(try store.findings(of: account)) }
    let row = try milliseconds { kept.append(try store.savedFindings(of: account, row: "ASC 12")) }
    precondition(kept.count == 2)
    print(#"{"first": \#(first), "second": \#(second), "all": \#(all), "row": \#(row)}"#)
  }

  private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(work) / .milliseconds(1)
  }

  /// Nine of ten findings are volumes, the rest buckets; one in five alerts.
  private static func result(_ count: Int, day: Double) -> ScanResult {
    let now = Date(timeIntervalSince1970: 1_750_000_000 + day * 86_400)
    let summary = ScanSummary(
      startedAt: now,
      finishedAt: now + 60,
      regions: ["eu-west-1", "us-east-1"],
      calls: count / 100,
      caller: "arn:aws:iam::\(account.digits):user/auditor"
    )
    let rows: [(CheckID, [Finding])] = [
      ("ASC 07", (0..<count - count / 10).map(volume)),
      ("ASC 12", (0..<count / 10).map(bucket)),
    ]
    return ScanResult(
      account: account,
      partition: .aws,
      summary: summary,
      rows: rows.map { ScanResult.Row(id: $0.0, findings: $0.1, checkedAt: now, duration: 60) }
    )
  }

  private static func volume(_ number: Int) -> Finding {
    let region: Region = number.isMultiple(of: 3) ? "eu-west-1" : "us-east-1"
    let digits = String(number, radix: 16)
    let name = String(repeating: "0", count: 17 - digits.count) + digits
    let resource = Resource(
      arn: "arn:aws:ec2:\(region.name):\(account.digits):volume/vol-\(name)",
      region: region
    )
    let values: Values = ["state": "in-use", "size": "\(number % 500)", "volumeType": "gp3"]
    return number.isMultiple(of: 5)
      ? .alert(resource, Catalog.reason(code: "volumeUnencrypted"), values)
      : .pass(resource, Catalog.reason(code: "volumeEncrypted"), values)
  }

  private static func bucket(_ number: Int) -> Finding {
    let resource = Resource(arn: "arn:aws:s3:::bucket-\(number)", region: "eu-west-1")
    return number.isMultiple(of: 5)
      ? .alert(resource, Catalog.reason(code: "publicByPolicy"), ["policy": "1 statement"])
      : .pass(resource, Catalog.reason(code: "notPublic"))
  }
}
