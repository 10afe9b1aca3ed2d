import AWSOperations
import FoundationEssentials

/// Credentials as the services inside of AWS answer with them.
enum ServiceAnswer {
  /// What such an answer may say instead.
  struct Refusal: Decodable {
    let Code: String?
    let Message: String?

    var words: String? {
      let words = [Code, Message].compactMap { $0 }
      return words.isEmpty || Code == "Success" ? nil : words.joined(separator: ": ")
    }
  }

  private struct Answer: Decodable {
    let AccessKeyId: String
    let SecretAccessKey: String
    let Token: String
    let Expiration: String
  }

  /// `nil` for any other body.
  static func credentials(_ body: [UInt8]) -> Credentials? {
    guard let answer = decoded(Answer.self, body), let expires = Date(iso8601: answer.Expiration)
    else { return nil }
    return Credentials(
      accessKeyID: answer.AccessKeyId,
      secretAccessKey: answer.SecretAccessKey,
      sessionToken: answer.Token,
      expiresAt: expires
    )
  }

  static func refusal(_ body: [UInt8]) -> String? { decoded(Refusal.self, body)?.words }

  private static func decoded<Value: Decodable>(_: Value.Type, _ body: [UInt8]) -> Value? {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(body))
    } catch {
      return nil
    }
  }
}

extension TransportFailure {
  var words: String {
    switch self {
    case .cancelled: "cancelled"
    case .unreachable(let words): words
    }
  }
}
