import CDigest

/// SHA-256, its HMAC and SHA-1, by the system's libcrypto.
package enum Digest {
  package static func sha256(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let input = Array(bytes)
    var output = [UInt8](repeating: 0, count: 32)
    precondition(digest_sha256(input, input.count, &output) == 1, "libcrypto has no SHA-256")
    return output
  }

  /// For names of files that the AWS CLI makes of it; safe for nothing else.
  package static func sha1(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let input = Array(bytes)
    var output = [UInt8](repeating: 0, count: 20)
    precondition(digest_sha1(input, input.count, &output) == 1, "libcrypto has no SHA-1")
    return output
  }

  package static func hmacSHA256(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 32)
    precondition(
      digest_hmac_sha256(key, key.count, bytes, bytes.count, &output) == 1,
      "libcrypto has no HMAC-SHA-256"
    )
    return output
  }

  /// Lower-case hexadecimal.
  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
