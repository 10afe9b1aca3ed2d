import CDigest

/// SHA-256, its HMAC and SHA-1, by the system's libcrypto.
package enum Digest {
  package static func sha256(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let input = Array(bytes)
    var output = [UInt8](repeating: 0, count: 32)
    precondition(digest_sha256(input, input.count, &output) == 1, "libcrypto has no SHA-256")
    return output
  }

  /// SHA-256 of content that comes piece by piece.
  package final class SHA256 {
    private let hash: OpaquePointer

    package init() {
      guard let hash = digest_sha256_begin() else {
        preconditionFailure("libcrypto has no SHA-256")
      }
      self.hash = hash
    }

    deinit {
      digest_sha256_end(hash)
    }

    package func add(_ bytes: [UInt8]) {
      precondition(digest_sha256_add(hash, bytes, bytes.count) == 1, "libcrypto has no SHA-256")
    }

    /// Of all that was added; nothing may be added after that.
    package func finish() -> [UInt8] {
      var output = [UInt8](repeating: 0, count: 32)
      precondition(digest_sha256_finish(hash, &output) == 1, "libcrypto has no SHA-256")
      return output
    }
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
  package static func hex(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      var end = 0
      for byte in bytes {
        text[end] = digit(byte >> 4)
        text[end + 1] = digit(byte & 15)
        end += 2
      }
      return end
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
