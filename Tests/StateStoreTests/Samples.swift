import Domain
import Foundation
import Testing

@testable import StateStore

/// A folder of its own for one test.
///
/// Removed when the test lets go of it.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "ascheck-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path,
      withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700]
    )
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  var state: String { "\(path)/state.json" }

  func store(_ files: FileSystem = .live) -> StateStore {
    StateStore(path: state, reason: Reason.init(unknownCode:), files: files)
  }

  func bytes(_ name: String = "state.json") throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  func text(_ name: String = "state.json") throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func write(_ text: String, to name: String = "state.json") throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// The one findings file.
  func findingsName() throws -> String? {
    let names = try names().filter { $0.hasSuffix(".findings.ndjson") }
    return names.count == 1 ? names[0] : nil
  }

  func mode(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
    return attributes[.posixPermissions] as? Int
  }
}

enum Fixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures")
    return Array(try Data(contentsOf: try #require(url)))
  }
}

let account: AccountID = "111122223333"
let noon = Date(timeIntervalSince1970: 1_781_179_200)

extension Reason {
  static let unencrypted = Reason("volumeUnencrypted", en: "not encrypted", ja: "暗号化なし")
  static let encrypted = Reason("volumeEncrypted", en: "encrypted", ja: "暗号化あり")
  static let old = Reason("keyOld", en: "an old key", ja: "古い鍵")
}

extension Finding {
  static func volume(_ name: String, _ status: Status = .alert) -> Self {
    let arn = "arn:aws:ec2:ap-northeast-1:111122223333:volume/\(name)"
    return Self(
      status,
      Resource(arn: arn, region: "ap-northeast-1"),
      status == .alert ? .unencrypted : .encrypted,
      ["volumeType": "gp3", "size": "8"]
    )
  }
}

extension ScanResult {
  /// A scan of the account `account`, `minutes` after noon.
  static func sample(
    _ rows: [CheckID: [Finding]],
    minutes: Double = 0,
    account: AccountID = "111122223333"
  ) -> Self {
    let start = noon.addingTimeInterval(minutes * 60)
    return Self(
      account: account,
      partition: .aws,
      summary: ScanSummary(
        startedAt: start,
        finishedAt: start.addingTimeInterval(5),
        regions: ["ap-northeast-1", "us-east-1"],
        calls: 42,
        caller: "arn:aws:iam::111122223333:user/auditor"
      ),
      rows: rows.sorted { $0.key < $1.key }.map {
        Row(id: $0.key, findings: $0.value, checkedAt: start.addingTimeInterval(4), duration: 2.412)
      }
    )
  }
}

extension Attestation {
  static func sample(_ id: String, note: String = "四半期ごとに交換 \"済み\"\n次回は9月") -> Self {
    Self(
      id: id,
      row: "ASC 09",
      outcome: .compliant,
      note: note,
      reviewer: "山田 太郎 <taro@example.co.jp>",
      link: "https://wiki.example.invalid/keys",
      attestedAt: noon,
      recordedAt: noon.addingTimeInterval(60)
    )
  }
}

extension Withdrawal {
  static func sample(_ id: String, of attestation: String, by person: String = "Alice") -> Self {
    Self(
      id: id,
      of: attestation,
      by: person,
      reason: "wrong row",
      recordedAt: noon.addingTimeInterval(120)
    )
  }
}

extension Suppression.Target {
  /// The alert about the volume of that name.
  static func sample(_ name: String) -> Self {
    let finding = Finding.volume(name)
    return Self(
      finding: finding.id(row: "ASC 07", account: account),
      row: "ASC 07",
      resource: finding.resource.arn
    )
  }
}

extension Suppression.Pattern {
  static let sample = Self(row: "ASC 07", region: "ap-northeast-1", resource: Glob("b*"))
}

extension Suppression {
  /// Recorded a minute after noon, for 30 days.
  static func sample(_ id: String, _ scope: Scope, days: Double = 30) -> Self {
    let recordedAt = noon.addingTimeInterval(60)
    return Self(
      id: id,
      scope: scope,
      reason: "検証用。8月に削除",
      person: "Alice",
      recordedAt: recordedAt,
      until: recordedAt.addingTimeInterval(days * 86_400)
    )
  }
}

extension Suppression.Renewal {
  /// Recorded two minutes after noon, for 90 days.
  static func sample(_ id: String, of suppression: String) -> Self {
    let recordedAt = noon.addingTimeInterval(120)
    return Self(
      id: id,
      of: suppression,
      until: recordedAt.addingTimeInterval(90 * 86_400),
      by: "Bob",
      recordedAt: recordedAt
    )
  }
}

extension Suppression.Ending {
  static func sample(_ id: String, of suppression: String) -> Self {
    Self(
      id: id,
      of: suppression,
      by: "Bob",
      reason: "deleted",
      recordedAt: noon.addingTimeInterval(180)
    )
  }
}
