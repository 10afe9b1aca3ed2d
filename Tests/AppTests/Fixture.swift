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
    record.lastScan = scan(at: minutes(3), number: 3)
    record.history = history
    state.accounts[account] = record
    state.currentAccount = account
    return state
  }()

  static let emptyRecord = AccountRecord(account: account, partition: .aws)

  static func draft(of row: CheckID) -> AttestationDraft {
    AttestationDraft(
      row: row,
      outcome: .compliant,
      note: "ok",
      reviewer: "Taro",
      attestedAt: now
    )
  }

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

  static func scan(at date: Date, number: Int = 0) -> ScanSummary {
    var scan = ScanSummary(
      startedAt: date.addingTimeInterval(-8),
      finishedAt: date,
      regions: regions,
      calls: 412,
      caller: "arn:aws:sts::123456789012:assumed-role/prod-readonly/taro"
    )
    scan.number = number
    return scan
  }

  static let history: [HistoryEvent] = [
    event(1, at: days(10), rows.mapValues { _ in summary(pass: 1).counts }),
    event(
      2,
      at: days(1),
      rows.mapValues(\.counts).merging([
        "ASC 02-01": summary(pass: 2).counts,
        "ASC 07": summary(pass: 88, alert: 12_336).counts,
      ]) { $1 }
    ),
    event(3, at: minutes(3), rows.mapValues(\.counts)),
  ]

  private static func event(
    _ number: Int,
    at date: Date,
    _ counts: [CheckID: RowSummary.Counts]
  ) -> HistoryEvent {
    HistoryEvent(at: date, kind: .scan(scan(at: date, number: number), counts))
  }

  /// The same after people have accepted, renewed, ended and withdrawn.
  static let decided: State = {
    var state = Fixture.state
    guard var record = state.accounts[account] else { return state }
    for entry in decisions { record.log.append(entry) }
    for (row, findings) in remembered {
      let coverage = Coverage(of: row, by: record.log.openSuppressions)
      record.rows[row]?.excepted = coverage.groups(
        of: findings.records.map { record in (record.finding, { record.id }) }
      )
    }
    state.accounts[account] = record
    return state
  }()

  private static let decisions: [LogEntry] = [
    .exception(suppression("website", .pattern(.init(row: "ASC 02-01", resource: Glob("*-site"))))),
    .exception(
      suppression(
        "volumes",
        .pattern(.init(row: "ASC 07", region: "us-west-2", resource: Glob("vol-*"))),
        "評価用アカウントの一時ボリューム。四半期末に削除する。",
        days: 80
      )
    ),
    .exception(suppression("legacy", .pattern(.init(region: "eu-west-1")), days: 60, until: 9)),
    .exception(suppression("old", .pattern(.init(row: "ASC 07", region: "eu-west-3")), until: -2)),
    .ending(.init(id: "ended", of: "website", by: "佐藤 花子", recordedAt: days(3))),
    .renewal(
      .init(
        id: "renewed",
        of: "volumes",
        until: days(-70),
        by: "佐藤 花子",
        reason: "削除を次の四半期に延期",
        recordedAt: days(2)
      )
    ),
    .withdrawal(
      .init(id: "back", of: "attestation-11", by: "佐藤 花子", recordedAt: days(1.5))
    ),
  ]

  private static func suppression(
    _ id: String,
    _ scope: Suppression.Scope,
    _ reason: String = "Public by design: it serves the company's web site.",
    days age: Double = 20,
    until left: Double = 30
  ) -> Suppression {
    Suppression(
      id: id,
      scope: scope,
      reason: reason,
      person: "Taro Yamada <taro@example.co.jp>",
      recordedAt: days(age),
      until: days(-left)
    )
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

  /// The same, with what earlier scans saw.
  static let remembered: [CheckID: Findings] = findings.merging([
    "ASC 02-01": Findings(
      (findings["ASC 02-01"]?.records ?? []).map { record in
        var record = record
        record.runs = record.finding.status == .alert ? [3...3] : []
        return record
      },
      past: [
        past("cloudtrail-logs-old", .gone, runs: [1...2]),
        past("cloudtrail-logs-dev", .unseen, runs: [1...2]),
      ]
    )
  ]) { $1 }

  private static func past(
    _ name: String,
    _ state: PastFinding.State,
    runs: [ClosedRange<Int>]
  ) -> PastFinding {
    let resource = bucket(name, "us-east-1")
    var record = FindingRecord(
      id: name,
      finding: .alert(resource, reason("publicPolicy"), bucketValues),
      firstSeen: days(10),
      lastSeen: days(1),
      scans: 2
    )
    record.runs = runs
    return PastFinding(record, state, since: 3, at: minutes(3))
  }

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
