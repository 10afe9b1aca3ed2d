/// Whether a bucket policy lets S3 deliver server access logs.
extension PolicyDocument {
  /// Somewhere in the bucket, whose ARN this is.
  func letsAccessLogs(intoBucket arn: String) -> Bool {
    statements.contains { $0.admitsLogService && $0.resourceScopes(startWith: "\(arn)/") }
  }

  /// At the prefix that a bucket logs under.
  func letsAccessLogs(into bucket: String, prefix: String) -> Bool {
    let object = "\(bucket)/\(prefix)2026-01-01-00-00-00-0123456789ABCDEF"
    return statements.contains { statement in
      statement.admitsLogService
        && (statement.resources ?? []).contains { Wildcard($0).matches(object) }
    }
  }
}

extension PolicyStatement {
  fileprivate var admitsLogService: Bool {
    guard isAllow, let kinds = element("Principal")?.members else { return false }
    let services = kinds.filter { $0.key.lowercased() == "service" }.flatMap(\.value.elements)
    return services.contains { $0.scalar == "logging.s3.amazonaws.com" }
      && (actions ?? []).contains { Wildcard.action($0).matches("s3:putobject") }
  }

  /// A pattern need not match the bucket's whole content: one prefix is enough to be prepared.
  fileprivate func resourceScopes(startWith text: String) -> Bool {
    (resources ?? []).contains { $0.hasPrefix(text) || Wildcard($0).matches(text) }
  }
}
