extension AWSOperation {
  /// The form that the Query and EC2 dialects post: action, version, then the parameters.
  ///
  /// A `nil` value is left out. A list becomes `Name.member.1`, `Name.member.2`, …
  func form(
    _ parameters: KeyValuePairs<String, String?> = [:],
    lists: KeyValuePairs<String, [String]> = [:]
  ) -> WireRequest {
    var fields = [WireRequest.Field("Action", Self.name), .init("Version", Self.formVersion)]
    for (name, value) in parameters {
      if let value { fields.append(.init(name, value)) }
    }
    for (name, values) in lists {
      fields += values.enumerated().map { .init("\(name).member.\($0.offset + 1)", $0.element) }
    }
    let encode = PercentEncoding.encode
    let body = fields.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    return WireRequest(
      method: "POST",
      headers: [.init("content-type", "application/x-www-form-urlencoded; charset=utf-8")],
      body: Array(body.utf8)
    )
  }

  private static var formVersion: String {
    switch service.dialect {
    case .query(let version), .ec2(let version): version
    case .json, .restXML, .restJSON: preconditionFailure("\(service.endpointPrefix) takes no forms")
    }
  }
}
