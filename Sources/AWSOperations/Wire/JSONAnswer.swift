import FoundationEssentials

/// Reading JSON answers.
///
/// Times are seconds since 1970, `null` is the same as absent, and a member's name begins with a
/// small letter whatever the service's habit: `TrailARN` is read into `trailARN`.
enum JSONAnswer {
  static func decode<Value: Decodable>(
    _ type: Value.Type,
    from answer: WireAnswer
  ) throws(Undecodable) -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    decoder.keyDecodingStrategy = .custom { MemberName($0[$0.count - 1].stringValue) }
    do {
      return try decoder.decode(type, from: Data(answer.body))
    } catch let error as DecodingError {
      throw Undecodable(describe(error))
    } catch {
      throw Undecodable("bad JSON: \(error)")
    }
  }

  /// How some services say that a list is empty.
  static func isEmptyObject(_ answer: WireAnswer) -> Bool {
    let blank: Set = [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    return answer.body.filter { !blank.contains($0) } == Array("{}".utf8)
  }

  private static func describe(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context): "\(path(context)) without \(key.stringValue)"
    case .valueNotFound(_, let context): "\(path(context)) is null"
    case .typeMismatch(let type, let context): "\(path(context)) is not \(type)"
    case .dataCorrupted(let context): "bad JSON: \(context.debugDescription)"
    @unknown default: "bad JSON"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    let keys = context.codingPath.map(\.stringValue)
    return keys.isEmpty ? "the answer" : keys.joined(separator: ".")
  }
}

/// Any JSON object, whatever is in it.
struct JSONObject: Decodable {
  private enum NoKeys: CodingKey {}

  init(from decoder: any Decoder) throws {
    _ = try decoder.container(keyedBy: NoKeys.self)
  }
}

private struct MemberName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name.prefix(1).lowercased() + name.dropFirst() }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
