import Domain

/// The IAM policy that lets an identity scan, and nothing more.
///
/// Against a policy for every call there is, it leaves out what no scan misses:
///
/// - `sts:GetCallerIdentity`, which IAM allows everybody;
/// - `s3:ListBucket`, because S3 tells a bucket's region in a refused `HeadBucket` too;
/// - `iam:ListUsers` and other fallbacks, which stand in for actions that this policy allows;
/// - `ce:GetCostAndUsage`, which AWS charges for and which is called only when a person agrees.
///
/// It allows two actions that are needed only now and then: `iam:GetPolicyVersion` for a document
/// that `GetAccountAuthorizationDetails` left out, and `s3:GetBucketObjectLockConfiguration`, which
/// tells whether a bucket can take access logs.
package struct ScanPolicy: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case json
    case terraform
    case cloudformation
  }

  /// Sorted by name.
  package let permissions: [Permission]

  /// That of the automatic rows, and with `evidence` of what is gathered beside manual ones too.
  package init(for checks: [Check], evidence: Bool = false) {
    let rows = checks.filter { evidence || !$0.isManual }
    permissions = Set(rows.flatMap(\.permissions)).sorted { $0.name < $1.name }
  }

  /// A whole file, with its last line ended.
  package func text(as format: Format) -> String {
    switch format {
    case .json: json
    case .terraform: terraform
    case .cloudformation: cloudFormation
    }
  }

  private var json: String {
    """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "AscheckScan",
          "Effect": "Allow",
          "Action": [
    \(permissions.map { #"        "\#($0.name)""# }.joined(separator: ",\n"))
          ],
          "Resource": "*"
        }
      ]
    }

    """
  }

  private var terraform: String {
    """
    data "aws_iam_policy_document" "ascheck_scan" {
      statement {
        sid       = "AscheckScan"
        effect    = "Allow"
        resources = ["*"]

        actions = [
    \(permissions.map { #"      "\#($0.name)","# }.joined(separator: "\n"))
        ]
      }
    }

    resource "aws_iam_policy" "ascheck_scan" {
      name        = "AscheckScan"
      description = "\(Self.description)"
      policy      = data.aws_iam_policy_document.ascheck_scan.json
    }

    """
  }

  private var cloudFormation: String {
    """
    AWSTemplateFormatVersion: "2010-09-09"
    Description: \(Self.description)
    Resources:
      AscheckScan:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          Description: \(Self.description)
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Sid: AscheckScan
                Effect: Allow
                Action:
    \(permissions.map { "              - \($0.name)" }.joined(separator: "\n"))
                Resource: "*"
    Outputs:
      PolicyARN:
        Description: To be attached to the role or user that scans
        Value: !Ref AscheckScan

    """
  }

  private static let description = "What ascheck reads to judge the AWS Security Checklist"
}
