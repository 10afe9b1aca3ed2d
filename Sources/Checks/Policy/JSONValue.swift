import FoundationEssentials

/// Any JSON, for documents whose shape people choose.
package enum JSONValue: Hashable, Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// What a text holds that is JSON itself, such as a policy; any other text is itself.
  package init(readingText text: String) {
    guard text.hasPrefix("{") || text.hasPrefix("[") else {
      self = .string(text)
      return
    }
    do {
      self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    } catch {
      self = .string(text)
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let readings: [() throws -> JSONValue] = [
      { .string(try container.decode(String.self)) },
      { .array(try container.decode([JSONValue].self)) },
      { .object(try container.decode([String: JSONValue].self)) },
      { .bool(try container.decode(Bool.self)) },
    ]
    if container.decodeNil() {
      self = .null
      return
    }
    for reading in readings {
      do {
        self = try reading()
        return
      } catch DecodingError.typeMismatch {
        continue
      }
    }
    self = .number(try container.decode(Double.self))
  }

  /// A lone value counts as a list of one, as in every IAM policy.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [self] }
  }

  var members: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// What a string, a number or a Boolean says; nothing of a structure.
  var scalar: String? {
    switch self {
    case .string(let text): text
    case .bool(let value): "\(value)"
    case .number(let value): Int(exactly: value).map { "\($0)" } ?? "\(value)"
    case .null, .array, .object: nil
    }
  }

  /// Compact JSON with sorted keys.
  package var text: String {
    switch self {
    case .null: "null"
    case .string(let text): Self.quoted(text)
    case .bool, .number: scalar ?? ""
    case .array(let elements): "[\(elements.map(\.text).joined(separator: ","))]"
    case .object(let members): Self.text(of: members)
    }
  }

  private static func text(of members: [String: JSONValue]) -> String {
    let pairs = members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\($0.value.text)" }
    return "{\(pairs.joined(separator: ","))}"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
