import FoundationEssentials

/// Any JSON, for files that are changed in one place and kept in all others.
enum JSONTree: Equatable, Codable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([Self])
  case object([String: Self])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = Self.decode(Bool.self, container) {
      self = .boolean(value)
    } else if let value = Self.decode(Double.self, container) {
      self = .number(value)
    } else if let value = Self.decode(String.self, container) {
      self = .string(value)
    } else if let value = Self.decode([Self].self, container) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: Self].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// `nil` for text that is no JSON.
  init?(_ text: String) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    } catch {
      return nil
    }
  }

  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// `nil` for what is no object; setting a key of such a thing does nothing.
  subscript(key: String) -> Self? {
    get {
      guard case .object(let members) = self else { return nil }
      return members[key]
    }
    set {
      guard case .object(var members) = self else { return }
      members[key] = newValue
      self = .object(members)
    }
  }

  var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  private static func decode<Value: Decodable>(
    _: Value.Type,
    _ container: any SingleValueDecodingContainer
  ) -> Value? {
    do {
      return try container.decode(Value.self)
    } catch {
      return nil
    }
  }
}
