import Checks
import Domain
import Foundation
import Scanner
import StateStore
import TerminalUI

@testable import App

/// An invented account in which every standing occurs, at a quarter to eleven one June morning.
enum Fixture {
  static let account: AccountID = "123456789012"
  static let now = Date(timeIntervalSince1970: 1_781_142_120)
  static let zone = Zone { _ in 9 * 3_600 }

  static let regions: [Region] = [
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1",
    "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2",
    "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
  ]

  static func setup(_ language: Language, _ state: State, _ width: Int, _ height: Int)
    -> Session.Setup
  {
    Session.Setup(
      state: state,
      language: language,
      label: language == .japanese ? "本番" : "prod",
      reviewer: language == .japanese
        ? "山田 太郎 <taro@example.co.jp>" : "Taro Yamada <taro@example.co.jp>",
      zone: zone,
      width: width,
      height: height
    )
  }

  static func minutes(_ count: Double) -> Date { now.addingTimeInterval(-count * 60) }
  static func days(_ count: Double) -> Date { now.addingTimeInterval(-count * 86_400) }

  // MARK: The record

  static let state: State = {
    var state = State()
    var record = AccountRecord(account: account, partition: .aws)
    record.rows = rows
    record.log = Log(attestations.map(LogEntry.attestation))
    record.lastScan = scan(at: minutes(3))
    record.history = history
    state.accounts[account] = record
    state.currentAccount = account
    return state
  }()

  static let rows: [CheckID: RowSummary] = [
    "ASC 01": summary(pass: 1),
    "ASC 02-01": summary(pass: 1, alert: 1),
    "ASC 03": summary(pass: 17),
    "ASC 04": summary(pass: 120, alert: 4),
    "ASC 07": summary(pass: 88, alert: 12_345),
    "ASC 08": summary(pass: 19),
    "ASC 10": summary(pass: 31, unknown: 2, cause: .accessDenied),
    "ASC 12": summary(pass: 8, at: minutes(125)),
    "ASC 13": summary(pass: 8, at: minutes(125)),
    "ASC 16": summary(notApplicable: 1, at: minutes(125)),
  ]

  static func summary(
    pass: Int = 0,
    alert: Int = 0,
    unknown: Int = 0,
    notApplicable: Int = 0,
    cause: Gap.Cause? = nil,
    at date: Date = minutes(3)
  ) -> RowSummary {
    var counts = RowSummary.Counts()
    counts.pass = pass
    counts.alert = alert
    counts.unknown = unknown
    counts.notApplicable = notApplicable
    return RowSummary(counts: counts, checkedAt: date, duration: 2.4, cause: cause)
  }

  static func scan(at date: Date) -> ScanSummary {
    ScanSummary(
      startedAt: date.addingTimeInterval(-8),
      finishedAt: date,
      regions: regions,
      calls: 412,
      caller: "arn:aws:sts::123456789012:assumed-role/prod-readonly/taro"
    )
  }

  static let history: [HistoryEvent] = [
    event(at: days(10), rows.mapValues { _ in summary(pass: 1).counts }),
    event(
      at: days(1),
      rows.mapValues(\.counts).merging([
        "ASC 02-01": summary(pass: 2).counts,
        "ASC 07": summary(pass: 88, alert: 12_336).counts,
      ]) { $1 }
    ),
    event(at: minutes(3), rows.mapValues(\.counts)),
  ]

  private static func event(
    at date: Date,
    _ counts: [CheckID: RowSummary.Counts]
  ) -> HistoryEvent {
    HistoryEvent(at: date, kind: .scan(scan(at: date), counts))
  }

  static let attestations: [Attestation] = [
    attestation("ASC 02-02", 190, "請求レポート用バケットのポリシーとACLを確認。公開設定なし。"),
    attestation("ASC 05", 39.5, "EC2とLambdaはすべてロールを利用していることを確認。"),
    attestation("ASC 06", 168.5, "5月分を経理と確認。想定外のサービスの利用なし。"),
    attestation("ASC 11", 92.5, "0.0.0.0/0 を許可するルールは公開用ALBの443だけ。"),
    attestation("ASC 14", 150.5, "全バケットのポリシーで aws:SecureTransport を必須にしている。"),
    attestation("ASC 15", 150.5, "保持期間の要件に合わせてライフサイクルを設定済み。"),
  ]

  private static func attestation(_ row: CheckID, _ age: Double, _ note: String) -> Attestation {
    Attestation(
      id: "attestation-\(row.number)",
      row: row,
      outcome: .compliant,
      note: note,
      reviewer: "佐藤 花子",
      attestedAt: days(age),
      recordedAt: days(age)
    )
  }

  static let noCredentials = Problem(
    Text(en: "No AWS credentials were found", ja: "AWSの認証情報が見つかりません"),
    hint: Text(
      en: "Set AWS_PROFILE, or run aws configure, and press R",
      ja: "AWS_PROFILE を設定するか aws configure を実行し、R を押してください"
    )
  )

  // MARK: Findings

  static let findings: [CheckID: Findings] = [
    "ASC 02-01": Findings([
      record(
        .alert(bucket("cloudtrail-logs-prod", "us-east-1"), reason("publicPolicy"), bucketValues)
      ),
      record(
        .pass(bucket("cloudtrail-logs-audit", "ap-northeast-1"), reason("publicAccessBlocked")),
        number: 1,
        scans: 40
      ),
    ]),
    "ASC 07": Findings((0..<12_433).map(volume)),
    "ASC 10": Findings((0..<2).map(unreadable)),
  ]

  private static let bucketValues: Values = [
    "policyIsPublic": "true", "bucketPublicAccessBlock": "none", "publicGrants": "none",
  ]

  static func reason(_ code: String) -> Reason { Catalog.reason(code: code) }

  private static func bucket(_ name: String, _ region: Region) -> Resource {
    Resource(arn: "arn:aws:s3:::\(name)", region: region)
  }

  private static func volume(_ number: Int) -> FindingRecord {
    let region: Region =
      switch number % 124 {
      case 0..<91: "ap-northeast-1"
      case 91..<111: "us-east-1"
      case 111..<119: "eu-west-1"
      case 119..<122: "ap-southeast-1"
      default: "us-west-2"
      }
    let id = "vol-0" + String(number * 7_919 + 0xf31_b2c4, radix: 16) + "d9e1a0"
    let resource = Resource(
      arn: "arn:aws:ec2:\(region.name):\(account.digits):volume/\(id)",
      region: region
    )
    let values: Values = [
      "volumeType": "gp3", "size": "\(8 + number % 5 * 8)",
      "attachedTo": "i-0b77e\(1_000_000 + number)", "nameTag": "web-3-data チームA",
    ]
    let isNew = number % 1_030 == 3
    return record(
      number < 12_345
        ? .alert(resource, reason("volumeUnencrypted"), values)
        : .pass(resource, reason("volumeEncrypted"), values),
      number: number,
      scans: isNew ? 1 : 38
    )
  }

  private static func unreadable(_ number: Int) -> FindingRecord {
    let region = regions[number * 3]
    let gap = Gap(
      .accessDenied,
      "ec2:DescribeInstances",
      region: region,
      code: "UnauthorizedOperation",
      deniedBy: .serviceControlPolicy,
      message: "with an explicit deny in a service control policy"
    )
    let resource = Resource(
      arn: "arn:aws:ec2:\(region.name):\(account.digits):*",
      region: region
    )
    return record(.unknown(resource, gap), number: number, scans: 3)
  }

  private static func record(
    _ finding: Finding,
    number: Int = 0,
    scans: Int = 1
  ) -> FindingRecord {
    FindingRecord(
      id: "finding-\(number)",
      finding: finding,
      firstSeen: scans == 1 ? minutes(3) : days(Double(scans) + 0.1),
      lastSeen: minutes(3),
      scans: scans
    )
  }
}
