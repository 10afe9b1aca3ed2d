import Domain

/// What somebody would type into the AWS CLI to put a finding right.
///
/// An outline and not a script: words in capitals stand for what only a person can decide. Every
/// name is quoted for the shell, because names come from outside.
package enum CommandOutline {
  /// Commands in order; none where the finding asks for none.
  package static func commands(for finding: Finding, of row: CheckID) -> [String] {
    guard finding.status == .alert || finding.isWarning, let arn = ARN(finding.resource.arn) else {
      return []
    }
    let commands = commands(for: finding, arn, row)
    // A trail is changed where it was made, whichever region lacks it.
    let region = finding.values["homeRegion"] ?? finding.resource.region?.name
    let option = region.map { " --region \($0.shellQuoted)" } ?? ""
    return commands.map { "aws \($0)\(option)" }
  }

  /// One command that does nothing until somebody presses Enter after the last line.
  ///
  /// A shell without bracketed paste runs every line that it is given whole.
  package static func text(_ commands: [String]) -> String {
    commands.joined(separator: " && \\\n  ")
  }

  private static func commands(for finding: Finding, _ arn: ARN, _ row: CheckID) -> [String] {
    switch (row, arn.service, arn.kind) {
    case ("ASC 01", _, _):
      return ["iam list-access-keys", "iam delete-access-key --access-key-id ACCESS_KEY_ID"]
    case ("ASC 02-01", "s3", _), ("ASC 12", "s3", _): return closing(arn.id)
    case ("ASC 03", _, _): return logging(finding)
    case ("ASC 04", "iam", _): return limiting(finding, arn)
    case ("ASC 07", _, "volume"): return encrypting(finding, arn.id)
    case ("ASC 07", _, _): return ["ec2 enable-ebs-encryption-by-default"]
    case ("ASC 08", _, "vpc"): return recording(arn.id)
    case ("ASC 10", _, "instance"):
      return [
        "ec2 associate-iam-instance-profile --instance-id \(arn.id.shellQuoted)"
          + " --iam-instance-profile Name=PROFILE"
      ]
    case ("ASC 13", "s3", _): return encrypting(bucket: arn.id)
    case ("ASC 16", "s3", _): return loggingAccess(to: arn.id)
    default: return []
    }
  }

  private static func closing(_ bucket: String) -> [String] {
    [
      "s3api get-bucket-policy --bucket \(bucket.shellQuoted)",
      "s3api put-public-access-block --bucket \(bucket.shellQuoted)"
        + " --public-access-block-configuration"
        + " BlockPublicAcls=true,IgnorePublicAcls=true,"
        + "BlockPublicPolicy=true,RestrictPublicBuckets=true",
    ]
  }

  private static func logging(_ finding: Finding) -> [String] {
    let trail = finding.values["trailARN"]?.shellQuoted ?? "TRAIL"
    switch finding.reason.code {
    case "noTrail":
      return [
        "cloudtrail create-trail --name TRAIL --s3-bucket-name BUCKET --is-multi-region-trail",
        "cloudtrail start-logging --name TRAIL",
      ]
    case "trailStopped": return ["cloudtrail start-logging --name \(trail)"]
    default:
      return [
        "cloudtrail put-event-selectors --trail-name \(trail) --event-selectors "
          + "'[{\"ReadWriteType\":\"All\",\"IncludeManagementEvents\":true}]'"
      ]
    }
  }

  /// Attached policies are detached; a policy inside its principal is deleted.
  private static func limiting(_ finding: Finding, _ arn: ARN) -> [String] {
    guard ["user", "role", "group"].contains(arn.kind) else { return [] }
    let principal = "--\(arn.kind)-name \(arn.name.shellQuoted)"
    if let policy = finding.values["policyARN"] {
      return ["iam detach-\(arn.kind)-policy \(principal) --policy-arn \(policy.shellQuoted)"]
    }
    let policy = finding.values["policy"]?.shellQuoted ?? "POLICY"
    return [
      "iam get-\(arn.kind)-policy \(principal) --policy-name \(policy)",
      "iam delete-\(arn.kind)-policy \(principal) --policy-name \(policy)",
    ]
  }

  private static func encrypting(_ finding: Finding, _ volume: String) -> [String] {
    let type = finding.values["volumeType"].flatMap { $0 == "?" ? nil : $0.shellQuoted } ?? "gp3"
    let instance = finding.values["attachedTo"]?.shellQuoted ?? "INSTANCE_ID"
    return [
      "ec2 create-snapshot --volume-id \(volume.shellQuoted)",
      "ec2 create-volume --snapshot-id SNAPSHOT_ID --encrypted --volume-type \(type)"
        + " --availability-zone ZONE",
      "ec2 stop-instances --instance-ids \(instance)",
      "ec2 detach-volume --volume-id \(volume.shellQuoted)",
      "ec2 attach-volume --volume-id NEW_VOLUME_ID --instance-id \(instance) --device DEVICE",
      "ec2 start-instances --instance-ids \(instance)",
    ]
  }

  private static func recording(_ vpc: String) -> [String] {
    [
      "ec2 create-flow-logs --resource-type VPC --resource-ids \(vpc.shellQuoted)"
        + " --traffic-type ALL --log-group-name LOG_GROUP"
        + " --deliver-logs-permission-arn ROLE_ARN"
    ]
  }

  private static func encrypting(bucket: String) -> [String] {
    [
      "s3api put-bucket-encryption --bucket \(bucket.shellQuoted)"
        + " --server-side-encryption-configuration"
        + " '{\"Rules\":[{\"ApplyServerSideEncryptionByDefault\":{\"SSEAlgorithm\":\"AES256\"}}]}'"
    ]
  }

  private static func loggingAccess(to bucket: String) -> [String] {
    [
      "s3api put-bucket-logging --bucket \(bucket.shellQuoted) --bucket-logging-status "
        + "'{\"LoggingEnabled\":{\"TargetBucket\":\"LOG_BUCKET\",\"TargetPrefix\":\"PREFIX\"}}'"
    ]
  }
}

extension String {
  /// As one word of a POSIX shell.
  var shellQuoted: String {
    let safe = unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "_./:=@,+-".unicodeScalars.contains(scalar))
    }
    return safe && !isEmpty ? self : "'\(replacing("'", with: #"'\''"#))'"
  }
}
