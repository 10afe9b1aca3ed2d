import Domain

extension DemoAccount {
  /// What the account showed when people judged it.
  ///
  /// Of ASC 15 it shows something else since: one bucket's versioning was suspended, another's logs
  /// are deleted sooner, and a third bucket is new. ASC 11 was judged by one region's facts alone.
  static let facts: [CheckID: MaterialFacts] = [
    "ASC 02-02": MaterialFacts([
      .init("deliveries"): .items([
        "cur:monthly-cur": "billing-reports-prod/cur"
      ]),
      .init("publicness"): .items([
        "billing-reports-prod": "closed"
      ]),
    ]),
    "ASC 05": MaterialFacts([
      .init("activeKeys"): .items([
        "deploy-bot key 1": "2021-02-03T04:05:07Z"
      ]),
      .init("instanceRoles"): .items([
        "ASC 10": "?"
      ]),
      .init("openIDProviders"): .items([
        "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com": ""
      ]),
      .init("samlProviders"): .items([:]),
    ]),
    "ASC 06": MaterialFacts([
      .init("billingAlarms"): .items([
        "bill-over-2500": ""
      ]),
      .init("budgets"): .items([
        "sandbox-ec2": "",
        "月次総額": "",
      ]),
      .init("deliveries"): .items([
        "cur:monthly-cur": "",
        "export:focus": "",
      ]),
    ]),
    "ASC 11": MaterialFacts([
      .init("defaultGroupRules", in: "ap-northeast-1"): .items([
        "sg-0b1d00000000000a0 out all 0.0.0.0/0": ""
      ]),
      .init("exposed", in: "ap-northeast-1"): .items([
        "sg-0b1d00000000000a1 eni-0c1e00000000000a1": "",
        "sg-0b1d00000000000a2 eni-0c1e00000000000a2": "",
      ]),
      .init("worldOpen", in: "ap-northeast-1"): .items([
        "sg-0b1d00000000000a1 tcp 22 0.0.0.0/0": "",
        "sg-0b1d00000000000a2 tcp 443 0.0.0.0/0": "",
      ]),
    ]),
    "ASC 14": MaterialFacts([
      .init("tls"): .items(tls), .init("websites"): .items(websites),
    ]),
    "ASC 15": MaterialFacts([
      .init("versioning"): .items(versioning), .init("expiry"): .items(expiry),
    ]),
  ]

  private static let buckets = [
    "access-logs-tokyo", "access-logs-virginia", "archive-eu", "backup-nightly",
    "billing-reports-prod", "cloudtrail-logs-prod", "data-lake-raw", "legacy-uploads-2014",
    "press-kit-prod", "terraform-state-prod", "vpc-flow-logs-prod", "web-assets-prod",
  ]

  private static let tls = all(
    "absent",
    but: ["billing-reports-prod": "enforced", "terraform-state-prod": "enforced"]
  )

  private static let websites = all(
    "none",
    but: ["press-kit-prod": "pages", "web-assets-prod": "pages"]
  )

  private static let versioning = all(
    "Never",
    but: [
      "backup-nightly": "Enabled", "billing-reports-prod": "Enabled",
      "legacy-uploads-2014": "Enabled", "terraform-state-prod": "Enabled",
      "vpc-flow-logs-prod": nil,
    ]
  )

  private static let expiry = all(
    "-",
    but: [
      "access-logs-tokyo": "expire Enabled expire=400d",
      "terraform-state-prod": "old-versions Enabled noncurrent=90d",
      "vpc-flow-logs-prod": nil,
    ]
  )

  /// One value for every bucket but those named; `nil` for one that was not there yet.
  private static func all(
    _ value: String,
    but others: [String: String?]
  ) -> [String: String] {
    var facts = Dictionary(uniqueKeysWithValues: buckets.map { ($0, value) })
    for (bucket, value) in others { facts[bucket] = value }
    return facts
  }
}
