import Domain

/// What people read for a value that is a code.
///
/// Names that somebody gave, identifiers and AWS's own words stand for themselves, instants for the
/// minute.
package enum ValueWords {
  package static func text(for pair: Values.Pair) -> Text {
    switch pair.key {
    case "cause": Gap.Cause(rawValue: pair.value)?.short ?? itself(pair)
    case "publicThrough": listed(pair.value, by: ways)
    default: code(pair) ?? itself(pair)
    }
  }

  private static func itself(_ pair: Values.Pair) -> Text {
    let words = Timestamp.words(pair.value)
    return Text(en: words, ja: words)
  }

  private static func code(_ pair: Values.Pair) -> Text? {
    if pair.value == "?" { return Text(en: "could not be read", ja: "取得不可") }
    return codes[pair.key]?[pair.value]
  }

  private static func listed(_ codes: String, by words: [String: Text]) -> Text {
    let parts = codes.split(separator: ",").map { part in
      let code = String(part.drop { $0 == " " })
      return words[code] ?? Text(en: code, ja: code)
    }
    return Text(
      en: parts.map(\.en).joined(separator: ", "),
      ja: parts.map(\.ja).joined(separator: "、")
    )
  }

  private static let codes: [String: [String: Text]] = {
    var codes: [String: [String: Text]] = [
      "accountPublicAccessBlock": switches,
      "bucketPublicAccessBlock": switches,
      "deniedBy": deniers,
      "kind": principals,
      "managementEvents": scopes,
      "objectOwnership": ["none": Text(en: "not set", ja: "未設定")],
      "policyKind": policies,
      "publicGrants": ["none": Text(en: "none", ja: "なし")],
    ]
    for key in yesOrNo { codes[key] = answers }
    return codes
  }()

  private static let yesOrNo = [
    "bucketKey", "defaultVPC", "encryptionByDefault", "hasDeny", "logging", "mfaEnabled",
    "multiRegion", "organization", "passwordPresent", "policyIsPublic",
  ]

  private static let answers = [
    "true": Text(en: "yes", ja: "はい"), "false": Text(en: "no", ja: "いいえ"),
  ]

  private static let switches = ["off": Text(en: "off", ja: "無効")]

  private static let ways = [
    "publicAcl": Text(en: "access control list", ja: "ACL"),
    "publicPolicy": Text(en: "bucket policy", ja: "バケットポリシー"),
    "publicPolicyPabUnknown": Text(en: "bucket policy", ja: "バケットポリシー"),
    "publicAccessPoint": Text(en: "access point", ja: "アクセスポイント"),
  ]

  private static let principals = [
    "user": Text(en: "user", ja: "ユーザー"), "group": Text(en: "group", ja: "グループ"),
    "role": Text(en: "role", ja: "ロール"),
  ]

  private static let policies = [
    "inline": Text(en: "inline", ja: "インライン"),
    "awsManaged": Text(en: "AWS managed", ja: "AWS管理"),
    "customerManaged": Text(en: "customer managed", ja: "カスタマー管理"),
  ]

  private static let scopes = [
    "read+write": Text(en: "read and write", ja: "読み取りと書き込み"),
    "read": Text(en: "read only", ja: "読み取りのみ"),
    "write": Text(en: "write only", ja: "書き込みのみ"),
    "none": Text(en: "none", ja: "なし"),
  ]

  private static let deniers = [
    "identityPolicy": Text(en: "identity policy", ja: "IAMポリシー"),
    "serviceControlPolicy": Text(en: "service control policy", ja: "サービスコントロールポリシー (SCP)"),
    "resourceControlPolicy": Text(en: "resource control policy", ja: "リソースコントロールポリシー (RCP)"),
    "resourcePolicy": Text(en: "resource policy", ja: "リソースベースのポリシー"),
    "permissionsBoundary": Text(en: "permissions boundary", ja: "アクセス許可の境界"),
    "sessionPolicy": Text(en: "session policy", ja: "セッションポリシー"),
  ]
}
