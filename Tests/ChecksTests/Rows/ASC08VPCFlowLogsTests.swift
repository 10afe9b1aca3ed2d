import AWSOperations
import Domain
import Testing

@testable import Checks

struct ASC08VPCFlowLogsTests {
  @Test func anAccountWithoutVPCsHasNothingToCheck() {
    #expect(
      Check.vpcFlowLogs.judged(.empty).map(\.verdict) == [Verdict(.notApplicable, .nothingToCheck)]
    )
  }

  @Test func whatCouldNotBeReadIsUnknown() {
    let findings = Check.vpcFlowLogs.judged(.denied)
    #expect(findings.map(\.verdict) == [.unknown])
    #expect(findings.first?.resource.arn == "arn:aws:ec2:ap-northeast-1:123456789012:*")
  }

  @Test func aVPCWithAUsableLogPasses() {
    let findings = findings([.log("vpc-1")])
    #expect(findings.map(\.verdict) == [Verdict(.pass, .flowLogOn)])
    #expect(findings.first?.resource.arn == "arn:aws:ec2:ap-northeast-1:123456789012:vpc/vpc-1")
  }

  @Test func aVPCWithoutAnyLogAlerts() {
    let findings = findings([])
    #expect(findings.map(\.verdict) == [Verdict(.alert, .noFlowLog)])
    #expect(findings.first?.values["defaultVPC"] == "true")
  }

  @Test func aSharedVPCIsItsOwnersBusiness() {
    let vpc = VPC(id: "vpc-9", ownerID: "999988887777")
    let findings = findings([], vpcs: [vpc])
    #expect(findings.map(\.verdict) == [Verdict(.notApplicable, .sharedVPC)])
    #expect(findings.first?.resource.arn == "arn:aws:ec2:ap-northeast-1:999988887777:vpc/vpc-9")
  }

  @Test func refusedFlowLogsLeaveOwnVPCsUnknownAndSharedOnesAlone() {
    let vpcs = [VPC.own, VPC(id: "vpc-9", ownerID: "999988887777")]
    let inventory = Inventory.with {
      $0.vpcs = Regional([(tokyo, .known(vpcs))])
      $0.flowLogs = Regional([(tokyo, .unreadable(denied))])
    }
    #expect(
      Check.vpcFlowLogs.judged(inventory).map(\.verdict)
        == [.unknown, Verdict(.notApplicable, .sharedVPC)]
    )
  }

  /// Any log object used to pass, whatever became of its records.
  @Test func aLogThatFailsToDeliverAlerts() {
    let findings = findings([.log("vpc-1") { $0.fail("Access error") }])
    #expect(findings.map(\.verdict) == [Verdict(.alert, .deliveryFailed)])
    #expect(findings.first?.values["deliveryError"] == "Access error")
  }

  @Test func oneWorkingLogBesideAFailingOneIsEnough() {
    let logs = [FlowLog.log("vpc-1") { $0.fail("Access error") }, .log("vpc-1")]
    #expect(findings(logs).map(\.verdict) == [Verdict(.pass, .flowLogOn)])
  }

  @Test func aRateLimitedLogWorksWithAWarning() {
    #expect(
      findings([.log("vpc-1") { $0.fail("Rate limited") }]).map(\.verdict)
        == [Verdict(.pass, .flowLogOn, [.deliveryRateLimited])]
    )
  }

  @Test func everySubnetWithItsOwnLogPassesWithAWarning() {
    let findings = findings(
      [.log("subnet-a"), .log("subnet-b")],
      subnets: ["subnet-a", "subnet-b"]
    )
    #expect(findings.map(\.verdict) == [Verdict(.pass, .flowLogOn, [.subnetLevelOnly])])
  }

  @Test func someSubnetsAreNotEnough() {
    let findings = findings([.log("subnet-a")], subnets: ["subnet-a", "subnet-b"])
    #expect(findings.map(\.verdict) == [Verdict(.alert, .partial)])
    #expect(findings.first?.values["uncovered"] == "subnet-b")
  }

  @Test func aFailingSubnetLogCoversNothing() {
    let logs = [FlowLog.log("subnet-a"), .log("subnet-b") { $0.fail("Access error") }]
    #expect(
      findings(logs, subnets: ["subnet-a", "subnet-b"]).map(\.verdict)
        == [Verdict(.alert, .partial)]
    )
  }

  @Test func aLogOfASingleInterfaceIsPartial() {
    #expect(findings([.log("eni-1")]).map(\.verdict) == [Verdict(.alert, .partial)])
  }

  @Test func anInterfaceMayBeInAnyOfTwoVPCs() {
    let findings = findings(
      [.log("eni-1")],
      vpcs: [.own, VPC(id: "vpc-2", ownerID: "123456789012")]
    )
    #expect(Set(findings.map(\.verdict)) == [Verdict(.alert, .noFlowLog)])
  }

  @Test func logsOfTransitGatewaysDoNotCount() {
    #expect(findings([.log("tgw-1")]).map(\.verdict) == [Verdict(.alert, .noFlowLog)])
  }

  @Test func refusedSubnetsMatterOnlyWhereASubnetHasALog() {
    #expect(
      findings([.log("subnet-a")], subnetFact: .unreadable(denied)).map(\.verdict) == [.unknown]
    )
    #expect(
      findings([], subnetFact: .unreadable(denied)).map(\.verdict) == [Verdict(.alert, .noFlowLog)]
    )
    #expect(
      findings([.log("vpc-1")], subnetFact: .unreadable(denied)).map(\.verdict)
        == [Verdict(.pass, .flowLogOn)]
    )
  }

  @Test func subnetLogsOfAnotherVPCProveNothing() {
    let inventory = inventory(
      [.log("subnet-z")],
      subnets: .known([Subnet(id: "subnet-z", vpcID: "vpc-other")])
    )
    #expect(
      Check.vpcFlowLogs.judged(inventory).map(\.verdict) == [Verdict(.alert, .noFlowLog)]
    )
  }

  @Test func warnsWhenOnlyAcceptedTrafficIsRecorded() {
    let accept = FlowLog.log("vpc-1") { $0.trafficType = "ACCEPT" }
    #expect(findings([accept]).first?.warnings == [.acceptOnly])
    #expect(findings([accept, .log("vpc-1")]).first?.warnings == [])
  }

  @Test(arguments: [
    (nil, []), (365, []), (180, [Reason.retentionTooShort]), (3_653, []),
  ])
  func warnsOfARetentionBelowAYear(_ days: Int?, _ warnings: [Reason]) {
    let findings = findings(
      [.log("vpc-1") { $0.logGroupName = "flow" }],
      groups: .known([LogGroup(name: "flow", retentionInDays: days)])
    )
    #expect(findings.map(\.verdict) == [Verdict(.pass, .flowLogOn, warnings)])
    #expect(findings.first?.values["retentionDays"] == days.map { "\($0)" } ?? "unlimited")
  }

  @Test func warnsOfALogGroupThatDoesNotExist() {
    let findings = findings([.log("vpc-1") { $0.logGroupName = "flow" }], groups: .known([]))
    #expect(findings.map(\.verdict) == [Verdict(.pass, .flowLogOn, [.logGroupMissing])])
    #expect(findings.first?.values["logGroup"] == "flow")
  }

  @Test func theBestLogCountsForRetention() {
    let logs = [FlowLog.log("vpc-1") { $0.logGroupName = "short" }, .log("vpc-1")]
    let findings = findings(
      logs,
      groups: .known([LogGroup(name: "short", retentionInDays: 30)])
    )
    #expect(findings.map(\.verdict) == [Verdict(.pass, .flowLogOn)])
  }

  @Test func refusedLogGroupsAreOnlyNoted() {
    let findings = findings(
      [.log("vpc-1") { $0.logGroupName = "flow" }],
      groups: .unreadable(denied)
    )
    #expect(findings.map(\.verdict) == [Verdict(.pass, .flowLogOn)])
    #expect(findings.first?.values["retentionDays"] == "unknown")
  }

  @Test func aSubnetWithAShortRetentionWeakensTheVPC() {
    let logs = [FlowLog.log("subnet-a"), .log("subnet-b") { $0.logGroupName = "short" }]
    let findings = findings(
      logs,
      subnets: ["subnet-a", "subnet-b"],
      groups: .known([LogGroup(name: "short", retentionInDays: 30)])
    )
    #expect(
      findings.map(\.verdict)
        == [Verdict(.pass, .flowLogOn, [.subnetLevelOnly, .retentionTooShort])]
    )
  }

  private func findings(
    _ logs: [FlowLog],
    vpcs: [VPC] = [.own],
    subnets: [String] = [],
    subnetFact: Fact<[Subnet]>? = nil,
    groups: Fact<[LogGroup]> = .notCollected
  ) -> [Finding] {
    let known = Fact.known(subnets.map { Subnet(id: $0, vpcID: "vpc-1") })
    return Check.vpcFlowLogs.judged(
      inventory(logs, vpcs: vpcs, subnets: subnetFact ?? known, groups: groups)
    )
  }

  private func inventory(
    _ logs: [FlowLog],
    vpcs: [VPC] = [.own],
    subnets: Fact<[Subnet]>,
    groups: Fact<[LogGroup]> = .notCollected
  ) -> Inventory {
    .with {
      $0.vpcs = Regional([(tokyo, .known(vpcs))])
      $0.flowLogs = Regional([(tokyo, .known(logs))])
      $0.subnets = Regional([(tokyo, subnets)])
      $0.logGroups = Regional([(tokyo, groups)])
    }
  }
}

extension VPC {
  fileprivate static let own: Self = {
    var vpc = Self(id: "vpc-1", ownerID: "123456789012")
    vpc.isDefault = true
    return vpc
  }()
}

extension FlowLog {
  /// Into S3 unless a change gives it a log group.
  fileprivate static func log(
    _ resource: String,
    _ change: (inout Self) -> Void = { _ in }
  ) -> Self {
    var log = Self(id: "fl-\(resource)", resourceID: resource, status: "ACTIVE")
    log.trafficType = "ALL"
    change(&log)
    log.destinationType = log.logGroupName == nil ? "s3" : "cloud-watch-logs"
    return log
  }

  fileprivate mutating func fail(_ error: String) {
    deliverStatus = "FAILED"
    deliverError = error
  }
}
