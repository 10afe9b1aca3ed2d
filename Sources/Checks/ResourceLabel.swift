import Domain

extension Resource {
  /// The short name people know; for a service in a whole region, that service's name.
  package var label: Text {
    let fields = arn.split(separator: ":", omittingEmptySubsequences: false)
    guard name == "*", fields.count > 2 else { return Text(en: name, ja: name) }
    let service = Self.services[String(fields[2])] ?? fields[2].uppercased()
    return Text(en: "all of \(service)", ja: "\(service)全体")
  }

  /// Of an ARN's third field, as AWS writes them for people.
  private static let services = ["cloudtrail": "CloudTrail", "logs": "CloudWatch Logs"]
}
