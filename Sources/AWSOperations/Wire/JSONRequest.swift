/// A value of a JSON request's top level.
///
/// Requests are so small that writing them by hand is shorter than declaring their types, and
/// cannot fail.
enum JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
  case string(String)
  case strings([String])
  case integer(Int)
  case boolean(Bool)

  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(integerLiteral value: Int) { self = .integer(value) }

  var text: String {
    switch self {
    case .string(let value): Self.quoted(value)
    case .strings(let values): "[\(values.map(Self.quoted).joined(separator: ","))]"
    case .integer(let value): String(value)
    case .boolean(let value): String(value)
    }
  }

  /// A `nil` value is left out.
  static func object(_ members: KeyValuePairs<String, JSONValue?>) -> [UInt8] {
    let pairs = members.compactMap { name, value in
      value.map { "\(quoted(name)):\($0.text)" }
    }
    return Array("{\(pairs.joined(separator: ","))}".utf8)
  }

  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\u{0}"..."\u{1f}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

extension AWSOperation {
  /// The body and target that the JSON 1.1 dialect posts.
  ///
  /// A `nil` value is left out.
  func json(_ members: KeyValuePairs<String, JSONValue?> = [:]) -> WireRequest {
    guard case .json(let target) = Self.service.dialect else {
      preconditionFailure("\(Self.service.endpointPrefix) takes no JSON")
    }
    return WireRequest(
      method: "POST",
      headers: [
        .init("content-type", "application/x-amz-json-1.1"),
        .init("x-amz-target", "\(target).\(Self.name)"),
      ],
      body: JSONValue.object(members)
    )
  }
}

extension WireRequest {
  /// What the REST-JSON dialect posts.
  static func json(path: String, _ members: KeyValuePairs<String, JSONValue?>) -> WireRequest {
    WireRequest(
      method: "POST",
      path: path,
      headers: [.init("content-type", "application/json")],
      body: JSONValue.object(members)
    )
  }
}
