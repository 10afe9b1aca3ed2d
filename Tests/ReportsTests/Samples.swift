import Checks
import Domain
import FoundationEssentials

@testable import Reports

let account: AccountID = "111122223333"
let noon = Date(timeIntervalSince1970: 1_781_179_200)
let day: TimeInterval = 86_400

extension Reason {
  static let unencrypted = Reason(
    "volumeUnencrypted",
    en: "not encrypted: {volumeType}",
    ja: "暗号化されていません: {volumeType}"
  )
  static let encrypted = Reason("volumeEncrypted", en: "encrypted", ja: "暗号化されています")
  static let old = Reason("keyOld", en: "the key is old", ja: "鍵が古くなっています")
}

extension Check {
  static let volumes = sample(
    "ASC 07",
    .compute,
    Text(en: "EBS volumes are encrypted", ja: "EBSボリュームの暗号化"),
    .automatic(needs: [.volumes], judge: { _ in [] })
  )
  static let keyPairs = sample(
    "ASC 09",
    .compute,
    Text(en: "EC2 key pairs are protected", ja: "EC2キーペアの保護"),
    .manual
  )
  static let buckets = sample(
    "ASC 12",
    .storage,
    Text(en: "No public S3 buckets", ja: "公開S3バケットがないこと"),
    .automatic(needs: [.buckets], judge: { _ in [] })
  )
  static let samples = [volumes, keyPairs, buckets]

  private static func sample(
    _ id: CheckID,
    _ section: Section,
    _ title: Text,
    _ method: Method
  ) -> Self {
    Self(
      id: id,
      section: section,
      title: title,
      shortTitle: title,
      criterion: Text(en: "something is <wrong> & \"public\"", ja: "問題がある場合"),
      why: Text(en: "it matters", ja: "重要なためです"),
      remedy: Text(en: "mend it, then scan again", ja: "修正して再スキャンします"),
      severity: .medium,
      method: method
    )
  }
}

extension Finding {
  static func volume(
    _ name: String,
    _ region: Region = "eu-west-1",
    type: String = "gp3",
    isEncrypted: Bool = false,
    warnings: [Reason] = []
  ) -> Self {
    let arn = "arn:aws:ec2:\(region.name):111122223333:volume/\(name)"
    let unit = Resource(arn: arn, region: region)
    return isEncrypted
      ? .pass(unit, .encrypted, ["volumeType": type], warnings: warnings)
      : .alert(unit, .unencrypted, ["volumeType": type, "size": "8"])
  }

  static func denied(_ region: Region) -> Self {
    let arn = "arn:aws:ec2:\(region.name):111122223333:*"
    let gap = Gap(.accessDenied, "ec2:DescribeVolumes", region: region, code: "Unauthorized")
    return .unknown(Resource(arn: arn, region: region), gap)
  }
}

extension Attestation {
  static func sample(_ outcome: Outcome = .compliant, daysAgo: Double = 10) -> Self {
    let at = noon.addingTimeInterval(-daysAgo * day)
    return Self(
      id: "a\(Int(daysAgo))",
      row: "ASC 09",
      outcome: outcome,
      note: "rotated \"all\"\n次回は9月",
      reviewer: "山田 太郎",
      link: nil,
      attestedAt: at,
      recordedAt: at
    )
  }
}

extension ScanResult {
  static func sample(_ rows: [CheckID: [Finding]]) -> Self {
    Self(
      account: "111122223333",
      partition: .aws,
      summary: ScanSummary(
        startedAt: noon.addingTimeInterval(-5),
        finishedAt: noon,
        regions: ["eu-west-1", "us-east-1"],
        calls: 1042,
        caller: "arn:aws:iam::111122223333:user/auditor"
      ),
      rows: rows.sorted { $0.key < $1.key }.map {
        Row(id: $0.key, findings: $0.value, checkedAt: noon, duration: 2)
      }
    )
  }
}

extension AccountRecord {
  static func sample(
    _ rows: [CheckID: [Finding]] = [:],
    attestations: [Attestation] = []
  ) -> Self {
    var record = Self(account: "111122223333", partition: .aws)
    record.rows = rows.mapValues {
      RowSummary(of: $0, checkedAt: noon.addingTimeInterval(-180), duration: 2)
    }
    record.log = Log(attestations.map(LogEntry.attestation))
    return record
  }
}

extension Page {
  static func sample(
    _ language: Language = .english,
    width: Int = 80,
    isColored: Bool = false
  ) -> Self {
    Page(language, width: width, isColored: isColored, typography: .plain)
  }
}

extension Typography {
  /// Rules simple enough to see through: what lies beyond Latin takes two cells, text breaks at
  /// spaces, controls become `?`.
  static let plain = Self(
    width: { $0.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) } },
    wrapped: { text, width in
      text.split(separator: " ", omittingEmptySubsequences: false).reduce(into: [""]) {
        lines,
        word in
        let isFirst = lines[lines.count - 1].isEmpty
        if !isFirst, lines[lines.count - 1].count + word.count + 1 > width {
          lines.append(String(word))
        } else {
          lines[lines.count - 1] += (isFirst ? "" : " ") + word
        }
      }
    },
    sanitized: { text in
      String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 ? "?" : $0 }))
    },
    age: { date in
      let minutes = Int(noon.timeIntervalSince(date) / 60)
      return Text(en: "\(minutes) min", ja: "\(minutes)分前")
    },
    date: { date in
      let text = String(Timestamp.text(date).prefix(10))
      return Text(en: text, ja: text)
    },
    dateAndTime: { date in
      let text = String(Timestamp.text(date).prefix(16).map { $0 == "T" ? " " : $0 })
      return Text(en: text, ja: text)
    }
  )
}
