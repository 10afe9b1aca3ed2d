import AWSOperations
import Domain
import FoundationEssentials

/// ASC 05: long-term keys that are left, and the roles that replace them.
struct CredentialEvidence {
  private let inventory: Inventory
  private let keys: [ActiveKey]
  private let trust: Fact<RoleTrust>

  init(of inventory: Inventory) {
    self.inventory = inventory
    keys = (inventory.evidence.credentialReport.known(\.activeKeys) ?? [])
      .sorted { $0.name < $1.name }
    trust = inventory.authorization.map { RoleTrust(of: $0, account: inventory.account) }
  }

  var evidence: Evidence {
    var evidence = Evidence(summary: summary)
    evidence.addFlag(of: keys.filter(isOld).map(\.name), Text.oldKeys)
    evidence.addFlag(of: keys.filter { $0.lastUsedAt == nil }.map(\.name), Text.neverUsed)
    evidence.addFlag(of: usersWithTwoKeys, Text.twoKeys)
    evidence.addFlag(of: keys.filter(\.looksLikeAnApplications).map(\.name), Text.applications)
    if hasNoFederation { evidence.flags.append(.noFederation) }
    addCounts(to: &evidence)
    evidence.tables = [table]
    evidence.addNotVisible(
      inventory.evidence.credentialReport.gaps + inventory.authorization.gaps
        + inventory.evidence.samlProviders.gaps + inventory.evidence.openIDProviders.gaps
        + inventory.instances.gaps
    )
    evidence.material = material
    return evidence
  }

  static let rules = [
    MaterialRule(
      "activeKeys",
      Text(en: "active access key", ja: "有効なアクセスキー"),
      added: .any,
      changed: .any
    ),
    MaterialRule(
      "samlProviders",
      Text(en: "SAML provider", ja: "SAMLプロバイダー"),
      removed: .any
    ),
    MaterialRule(
      "openIDProviders",
      Text(en: "OpenID Connect provider", ja: "OpenID Connectプロバイダー"),
      removed: .any
    ),
    MaterialRule(
      "instanceRoles",
      Text(en: "roles of instances", ja: "インスタンスのロール"),
      changed: .worse(["pass", "alert"]),
      values: [
        "pass": Text(en: "all have one", ja: "すべてあり"),
        "alert": Text(en: "some have none", ja: "ないものがある"),
      ]
    ),
  ]

  private var material: MaterialFacts {
    var facts = MaterialFacts()
    facts.add("activeKeys", inventory.evidence.credentialReport) { report in
      let created = report.activeKeys.map { ($0.name, $0.createdAt.map(Timestamp.text) ?? "-") }
      return Dictionary(created) { first, _ in first }
    }
    facts.add("samlProviders", inventory.evidence.samlProviders) {
      .init(present: $0.map(\.arn))
    }
    facts.add("openIDProviders", inventory.evidence.openIDProviders) { .init(present: $0) }
    let roles = instanceRoles.status == .unknown ? "?" : instanceRoles.status.rawValue
    facts.groups[.init("instanceRoles")] = .items(["ASC 10": roles])
    return facts
  }

  /// What ASC 10 says of the same account.
  private var instanceRoles: RowSummary.Counts {
    RowSummary.Counts(of: Check.instanceRoles.findings(in: inventory))
  }

  private func isOld(_ key: ActiveKey) -> Bool {
    (key.createdAt?.days(until: inventory.now) ?? 0) > 90
  }

  private var usersWithTwoKeys: [String] {
    Dictionary(grouping: keys, by: \.user).filter { $0.value.count > 1 }.keys.sorted()
  }

  private var hasNoFederation: Bool {
    guard case .known(let saml) = inventory.evidence.samlProviders,
      case .known(let openID) = inventory.evidence.openIDProviders,
      case .known(let trust) = trust
    else { return false }
    return saml.isEmpty && openID.isEmpty && !trust.hasIdentityCenter
  }

  private var summary: Text {
    guard inventory.evidence.credentialReport.gap == nil else {
      return Text(
        en: "the credential report could not be read",
        ja: "認証情報レポートを取得できません"
      )
    }
    let (users, old) = (Set(keys.map(\.user)).count, keys.count(where: isOld))
    return Text(
      en:
        "active access keys: \(keys.count), users: \(users), keys over 90 days old: \(old)",
      ja: "有効なアクセスキー\(keys.count)件 (ユーザー\(users)人)、うち90日超\(old)件"
    )
  }

  private func addCounts(to evidence: inout Evidence) {
    let now = inventory.now
    if case .known(let report) = inventory.evidence.credentialReport {
      evidence.addLine(
        Text(en: "credential report of", ja: "認証情報レポートの日時"),
        Text(verbatim: Timestamp.text(report.generatedAt))
      )
      evidence.addLine(
        Text(en: "users with keys", ja: "キーを持つユーザー"),
        Set(keys.map(\.user)).count
      )
      evidence.addLine(
        Text(en: "keys unused for more than 90 days", ja: "90日を超えて使われていないキー"),
        keys.count { ($0.lastUsedAt ?? $0.createdAt).map { $0.days(until: now) > 90 } ?? false }
      )
      evidence.addLine(
        Text(en: "keys older than 365 days", ja: "作成から365日を超えたキー"),
        keys.count { ($0.createdAt?.days(until: now) ?? 0) > 365 }
      )
    }
    addRoles(to: &evidence)
    evidence.addLine(
      Text(en: "instances without a role", ja: "ロールのないインスタンス"),
      instanceRoles.alert
    )
  }

  private func addRoles(to evidence: inout Evidence) {
    guard case .known(let trust) = trust else { return }
    evidence.addLine(
      Text(en: "roles that services assume", ja: "サービスが引き受けるロール"),
      trust.services
    )
    evidence.addLine(Text(en: "roles by SAML", ja: "SAMLで引き受けるロール"), trust.saml)
    evidence.addLine(
      Text(en: "roles by OpenID Connect", ja: "OpenID Connectで引き受けるロール"),
      trust.openID
    )
    evidence.addLine(
      Text(en: "roles for other accounts", ja: "別アカウントが引き受けるロール"),
      trust.otherAccounts
    )
    evidence.addLine(
      Text(verbatim: "IAM Identity Center"),
      trust.hasIdentityCenter ? .yes : .no
    )
  }

  private var table: Evidence.Table {
    Evidence.Table(
      Text(en: "Active access keys", ja: "有効なアクセスキー"),
      columns: [
        Text(en: "user", ja: "ユーザー"), Text(en: "key", ja: "キー"), Text(en: "age", ja: "経過"),
        Text(en: "last used", ja: "最終利用"), Text(en: "service", ja: "サービス"),
        Text(en: "region", ja: "リージョン"), Text(en: "password", ja: "パスワード"),
        Text(en: "MFA", ja: "MFA"),
      ],
      rows: keys.map { key in
        Evidence.Table.Row(
          [
            Text(verbatim: key.user), Text(verbatim: "\(key.slot)"),
            key.createdAt.map { .days($0.days(until: inventory.now)) } ?? .notKnown,
            key.lastUsedAt.map { Text(verbatim: $0.day) } ?? .never,
            Text(verbatim: key.lastUsedService ?? "-"), Text(verbatim: key.lastUsedRegion ?? "-"),
            key.hasPassword ? .yes : .no, key.hasMFA ? .yes : .no,
          ],
          isFlagged: isOld(key) || key.lastUsedAt == nil || key.looksLikeAnApplications
        )
      }
    )
  }
}

extension Text {
  fileprivate static func oldKeys(_ list: String, _ count: Int) -> Self {
    Text(
      en: "active keys older than 90 days (\(count)): \(list)",
      ja: "作成から90日を超えた有効なキーが\(count)件あります: \(list)"
    )
  }

  fileprivate static func neverUsed(_ list: String, _ count: Int) -> Self {
    Text(
      en: "active keys that were never used (\(count)): \(list)",
      ja: "一度も使われていない有効なキーが\(count)件あります: \(list)"
    )
  }

  fileprivate static func twoKeys(_ list: String, _ count: Int) -> Self {
    Text(
      en: "users with two active keys (\(count)): \(list)",
      ja: "有効なキーを2つ持つユーザーが\(count)人います: \(list)"
    )
  }

  fileprivate static func applications(_ list: String, _ count: Int) -> Self {
    Text(
      en:
        "keys that look like those of applications, which a role could replace (\(count)): \(list)",
      ja: "アプリケーション用と思われるキーが\(count)件あり、"
        + "ロールに置き換えられる可能性があります: \(list)"
    )
  }

  fileprivate static let noFederation = Text(
    en: "nobody can sign in by federation: no SAML, no OpenID Connect, no Identity Center",
    ja: "フェデレーションがありません (SAML、OpenID Connect、Identity Centerのいずれもなし)"
  )
}
