import CDigest

/// A private key on the curve P-256, for the signatures that RFC 7518 calls ES256.
package struct SigningKey: Sendable {
  private let pem: String

  package struct Signature: Hashable, Sendable {
    /// 32 bytes each of r and s.
    package let bytes: [UInt8]
    /// The public key's coordinates, 32 bytes each.
    package let x: [UInt8]
    package let y: [UInt8]
  }

  /// Returns `nil` for anything but such a key in PEM, without a password.
  package init?(pem: String) {
    self.pem = pem
    guard sign([]) != nil else { return nil }
  }

  /// A new one each time, of the same worth.
  package func sign(_ message: [UInt8]) -> Signature? {
    var signature = [UInt8](repeating: 0, count: 64)
    var point = [UInt8](repeating: 0, count: 64)
    let text = Array(pem.utf8)
    let isDone = text.withUnsafeBufferPointer { text in
      text.withMemoryRebound(to: CChar.self) { text in
        digest_sign_es256(text.baseAddress, text.count, message, message.count, &signature, &point)
      }
    }
    guard isDone == 1 else { return nil }
    return Signature(bytes: signature, x: Array(point[..<32]), y: Array(point[32...]))
  }
}
