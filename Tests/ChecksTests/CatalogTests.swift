import Domain
import Testing

@testable import Checks

/// What holds for every row, those not yet written included.
struct CatalogTests {
  static let automatic = Catalog.checks.filter { !$0.isManual }

  @Test func theChecklistHasSeventeenRowsInOrder() {
    #expect(
      Catalog.checks.map(\.id.number) == [
        "01", "02-01", "02-02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13",
        "14", "15", "16",
      ]
    )
  }

  @Test func sevenRowsAreForPeopleToJudge() {
    #expect(
      Catalog.checks.filter(\.isManual).map(\.id.number)
        == ["02-02", "05", "06", "09", "11", "14", "15"]
    )
  }

  @Test func sectionsAreThoseOfTheChecklist() {
    let sections = Dictionary(grouping: Catalog.checks, by: \.section)
      .mapValues { $0.map(\.id.number) }
    #expect(sections[.general]?.last == "06")
    #expect(sections[.compute] == ["07", "08", "09", "10", "11"])
    #expect(sections[.storage] == ["12", "13", "14", "15", "16"])
  }

  @Test func titlesAreTheChecklistsOwn() {
    #expect(
      Catalog.checks.map(\.title.ja) == [
        "rootアカウントのアクセスキーが設定されていないこと",
        "CloudTrailログのS3バケットが公開設定となっていないこと",
        "請求レポートのS3バケットが公開設定となっていないこと",
        "全リージョンでCloudTrailが有効であること",
        "管理者ロールも限定的な権限であること",
        "AWS Security Token Service(STS)とロールを利用すること",
        "毎月の請求レポートで使用状況を確認すること",
        "暗号化されたEBSボリュームを使用すること",
        "利用可能な全てのリージョンにおいて、VPC Flow Logsが有効化されていること",
        "EC2キーペアを保護すること",
        "EC2でのAWSリソースへのAPIアクセスはIAMインスタンスロールを利用していること",
        "セキュリティグループを使用してEC2の通信を制御すること",
        "パブリックアクセス可能なS3バケットを作成しないこと",
        "サーバ側の暗号化(SSE-S3)を利用してバケットを保護すること",
        "S3バケットへのインバウンドおよびアウトバウンドのトラフィックを暗号化すること",
        "S3のバージョン管理、S3のライフサイクルポリシーを理解すること",
        "S3のアクセスログを有効化すること",
      ]
    )
  }

  @Test(arguments: automatic)
  func admitsWhatItCouldNotRead(_ check: Check) {
    for inventory in [Inventory.denied, .unread] {
      let findings = check.judged(inventory)
      #expect(Set(findings.map(\.status)) == [.unknown])
      #expect(findings.allSatisfy { $0.values["cause"] != nil })
    }
  }

  @Test(arguments: automatic)
  func alwaysSaysSomething(_ check: Check) {
    #expect(!check.judged(.empty).isEmpty)
  }

  @Test(arguments: Catalog.checks)
  func namesThePermissionsItNeeds(_ check: Check) {
    #expect(!check.permissions.isEmpty)
    #expect(check.permissions == check.permissions.sorted { $0.name < $1.name })
  }

  @Test func theNeedsTogetherAreTheMinimumPolicy() {
    let names = Set(Catalog.checks.flatMap(\.needs).flatMap(\.permissions).map(\.name))
    #expect(
      names == [
        "cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors", "cloudtrail:GetTrailStatus",
        "ec2:DescribeFlowLogs", "ec2:DescribeInstances", "ec2:DescribeRegions",
        "ec2:DescribeSubnets", "ec2:DescribeVolumes", "ec2:DescribeVpcs",
        "ec2:GetEbsEncryptionByDefault", "iam:GetAccountAuthorizationDetails",
        "iam:GetAccountSummary", "iam:GetPolicyVersion", "logs:DescribeLogGroups",
        "s3:GetAccessPoint",
        "s3:GetAccessPointPolicyStatus", "s3:GetAccountPublicAccessBlock", "s3:GetBucketAcl",
        "s3:GetBucketLocation", "s3:GetBucketLogging", "s3:GetBucketObjectLockConfiguration",
        "s3:GetBucketOwnershipControls",
        "s3:GetBucketPolicy", "s3:GetBucketPolicyStatus", "s3:GetBucketPublicAccessBlock",
        "s3:GetEncryptionConfiguration", "s3:ListAccessPoints", "s3:ListAllMyBuckets",
      ]
    )
  }

  @Test(arguments: Catalog.checks)
  func itsShortTitleFitsTheColumn(_ check: Check) {
    for language in Language.allCases {
      #expect((1...34).contains(check.shortTitle[language].cells))
    }
  }

  @Test(arguments: Catalog.checks)
  func itsWordsAreSafeOnScreen(_ check: Check) {
    let texts =
      [check.title, check.shortTitle, check.criterion, check.why, check.remedy]
      + check.reasons.map(\.words)
    for text in texts {
      for language in Language.allCases {
        #expect(!text[language].isEmpty)
        #expect(text[language].isSafeOnScreen, "\(text[language])")
      }
    }
  }

  /// A value said in one language and not in the other would be lost on its readers.
  @Test(arguments: Catalog.checks)
  func itsReasonsHoldTheSameValuesInBothLanguages(_ check: Check) {
    for reason in check.reasons {
      #expect(placeholders(reason.words.en) == placeholders(reason.words.ja), "\(reason.code)")
    }
  }

  @Test(arguments: Catalog.checks)
  func listsEachReasonOnce(_ check: Check) {
    #expect(Set(check.reasons).count == check.reasons.count)
  }

  @Test func aReasonCodeMeansOneThing() {
    let reasons = Catalog.checks.flatMap(\.reasons) + [.nothingToCheck, .unreadable]
    for reason in reasons {
      #expect(Catalog.reason(code: reason.code).words == reason.words, "\(reason.code)")
    }
  }

  @Test func codesOfTheSpecificationAreKept() {
    let codes = Set(Catalog.checks.flatMap(\.reasons).map(\.code))
    let specified =
      """
      rootKeyInUse rootKeyPresent rootCertificate crossAccountBucket danglingTrailBucket noTrail \
      trailStopped mgmtEventsOff writeOnly readOnly deliveryFailing deliveryStale \
      globalEventsNotLogged adminLiteral adminConditional adminEquivalent policyUnreadable \
      volumeUnencrypted defaultEncryptionOff noFlowLog partial deliveryFailed subnetLevelOnly \
      acceptOnly retentionTooShort logGroupMissing sharedVpc noInstanceProfile profileWithoutRole \
      roleNotVerified publicAcl publicPolicy publicAccessPoint publicPolicyPabUnknown \
      objectsMayBePublic noDefaultEncryption kmsOnLogTarget noAccessLogging logTarget selfLogging \
      targetMissing noDeliveryPermission targetUnsupported loggingCycle
      """
    #expect(Set(specified.split(separator: " ").map(String.init)).subtracting(codes) == [])
  }

  @Test func anUnknownReasonStandsForItself() {
    #expect(Catalog.reason(code: "fromTheFuture").words.ja == "fromTheFuture")
  }

  @Test func findsARowByItsNumber() {
    #expect(Catalog.check("2-1")?.title.en == "The S3 bucket of the CloudTrail logs is not public")
    #expect(Catalog.check("ASC 17") == nil)
  }

  private func placeholders(_ text: String) -> Set<Substring> {
    Set(text.matches(of: #/\{[a-zA-Z]+\}/#).map(\.output))
  }
}
