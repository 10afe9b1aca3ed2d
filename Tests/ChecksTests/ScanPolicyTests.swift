import Domain
import Foundation
import Testing

@testable import Checks

struct ScanPolicyTests {
  static let policy = ScanPolicy(for: Catalog.checks)

  /// `RECORD_SNAPSHOTS=1` writes the file anew.
  @Test func theFileInResourcesIsThePolicyOfTheWholeChecklist() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../Resources/Policies/scan.json")
      .standardizedFileURL
    let text = Self.policy.text(as: .json)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == text,
      "Resources/Policies/scan.json differs; RECORD_SNAPSHOTS=1 writes it anew"
    )
  }

  @Test func allowsEachActionOnceInOneStatement() throws {
    let statement = try Self.statement(of: Self.policy)
    let actions = try #require(statement["Action"] as? [String])
    #expect(actions == Set(actions).sorted())
    #expect(Set(actions) == Set(Catalog.checks.flatMap(\.needs).flatMap(\.permissions).map(\.name)))
    #expect(statement["Effect"] as? String == "Allow")
    #expect(statement["Resource"] as? String == "*")
  }

  @Test func onlyReads() throws {
    let verbs = Self.policy.permissions.map { $0.name.split(separator: ":")[1] }
    #expect(
      verbs.allSatisfy { verb in ["Describe", "Get", "List"].contains { verb.hasPrefix($0) } }
    )
  }

  @Test func oneRowsPolicyAllowsWhatTheRowNeeds() throws {
    let check = try #require(Catalog.check("ASC 07"))
    let actions = try Self.statement(of: ScanPolicy(for: [check]))["Action"] as? [String]
    #expect(
      actions == [
        "ec2:DescribeRegions", "ec2:DescribeVolumes", "ec2:GetEbsEncryptionByDefault",
      ]
    )
  }

  @Test func allowsWhatTheEvidenceNeedsOnlyWhenAsked() throws {
    let policy = ScanPolicy(for: Catalog.checks, evidence: true)
    let actions = Set(policy.permissions.map(\.name))
    #expect(actions.isSuperset(of: Self.policy.permissions.map(\.name)))
    #expect(actions.contains("budgets:ViewBudget"))
    #expect(!Set(Self.policy.permissions.map(\.name)).contains("budgets:ViewBudget"))
    #expect(!actions.contains("ce:GetCostAndUsage"))
    #expect(policy.text(as: .json).filter { !$0.isWhitespace }.count <= 6_144)
    for format in ScanPolicy.Format.allCases {
      #expect(policy.text(as: format).contains("ec2:DescribeKeyPairs"))
    }
    let check = try #require(Catalog.check("ASC 09"))
    let own = ScanPolicy(for: [check], evidence: true).permissions.map(\.name)
    #expect(own.contains("ec2:DescribeKeyPairs"))
    #expect(own.allSatisfy { $0.hasPrefix("ec2:") })
  }

  /// IAM counts no white space and allows 6,144 characters in a managed policy.
  @Test func fitsAManagedPolicy() {
    #expect(Self.policy.text(as: .json).filter { !$0.isWhitespace }.count <= 6_144)
  }

  @Test func isWrittenForTerraform() {
    #expect(
      Self.small.text(as: .terraform) == """
        data "aws_iam_policy_document" "ascheck_scan" {
          statement {
            sid       = "AscheckScan"
            effect    = "Allow"
            resources = ["*"]

            actions = [
              "iam:GetAccountSummary",
            ]
          }
        }

        resource "aws_iam_policy" "ascheck_scan" {
          name        = "AscheckScan"
          description = "What ascheck reads to judge the AWS Security Checklist"
          policy      = data.aws_iam_policy_document.ascheck_scan.json
        }

        """
    )
  }

  @Test func isWrittenForCloudFormation() {
    #expect(
      Self.small.text(as: .cloudformation) == """
        AWSTemplateFormatVersion: "2010-09-09"
        Description: What ascheck reads to judge the AWS Security Checklist
        Resources:
          AscheckScan:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              Description: What ascheck reads to judge the AWS Security Checklist
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Sid: AscheckScan
                    Effect: Allow
                    Action:
                      - iam:GetAccountSummary
                    Resource: "*"
        Outputs:
          PolicyARN:
            Description: To be attached to the role or user that scans
            Value: !Ref AscheckScan

        """
    )
  }

  @Test(arguments: ScanPolicy.Format.allCases)
  func everyFormatNamesEveryAction(_ format: ScanPolicy.Format) {
    let text = Self.policy.text(as: format)
    for permission in Self.policy.permissions { #expect(text.contains(permission.name)) }
  }

  private static let small = ScanPolicy(
    for: [Catalog.check("ASC 01")].compactMap(\.self)
  )

  private static func statement(of policy: ScanPolicy) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(policy.text(as: .json).utf8))
    let document = try #require(object as? [String: Any])
    #expect(document["Version"] as? String == "2012-10-17")
    let statements = try #require(document["Statement"] as? [[String: Any]])
    #expect(statements.count == 1)
    return try #require(statements.first)
  }
}
