import AWSOperations
import FoundationEssentials

/// A token of IAM Identity Center as the AWS CLI keeps it.
struct SSOToken: Equatable, Sendable, Codable {
  var accessToken: String
  var expiresAt: String
  var startUrl: String?
  var region: String?
  /// The rest is what a new token is got with.
  var refreshToken: String?
  var clientId: String?
  var clientSecret: String?
  var registrationExpiresAt: String?

  /// `nil` for text that is no whole token.
  init?(_ text: String) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    } catch {
      return nil
    }
    guard expires != nil else { return nil }
  }

  var expires: Date? { Self.date(expiresAt) }

  /// `nil` without all that it takes, or when the registration of the AWS CLI has lapsed.
  func renewal(at now: Date) -> CreateToken? {
    guard let refreshToken, let clientId, let clientSecret,
      let registered = registrationExpiresAt.flatMap(Self.date), registered > now
    else { return nil }
    return CreateToken(clientID: clientId, clientSecret: clientSecret, refreshToken: refreshToken)
  }

  /// With an older refresh token where the answer brings none.
  func renewed(_ answer: RefreshedToken, at now: Date) -> Self {
    var token = self
    token.accessToken = answer.accessToken
    token.expiresAt = Date.ISO8601FormatStyle().format(now + TimeInterval(answer.expiresIn))
    token.refreshToken = answer.refreshToken ?? refreshToken
    return token
  }

  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Older versions of the AWS CLI end a time in `UTC`.
  private static func date(_ text: String) -> Date? {
    Date(iso8601: text.hasSuffix("UTC") ? text.dropLast(3) + "Z" : text)
  }
}
