import Domain

/// Derived keys, kept because deriving one takes four hashes and it serves a whole day.
final class SigningKeys: Sendable {
  private struct Name: Hashable {
    let secret: String
    let day: String
    let region: Region
    let service: String
  }

  /// More than any scan needs: regions by services.
  private static let capacity = 512

  private let known = Locked<[Name: [UInt8]]>([:])

  func key(secret: String, day: String, region: Region, service: String) -> [UInt8] {
    let name = Name(secret: secret, day: day, region: region, service: service)
    return known.withLock { known in
      if let key = known[name] { return key }
      if known.count >= Self.capacity { known = [:] }
      let key = Self.derive(name)
      known[name] = key
      return key
    }
  }

  private static func derive(_ name: Name) -> [UInt8] {
    [name.day, name.region.name, name.service, "aws4_request"]
      .reduce(Array("AWS4\(name.secret)".utf8)) { key, part in
        Digest.hmacSHA256(key: key, Array(part.utf8))
      }
  }
}
