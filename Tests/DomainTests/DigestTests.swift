import Domain
import Testing

/// Vectors of FIPS 180-4's examples and of RFC 4231.
struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func hashes(_ text: String, _ expected: String) {
    #expect(Digest.hex(Digest.sha256(text.utf8)) == expected)
  }

  @Test func hashesWhatComesInPieces() {
    let hash = Digest.SHA256()
    for piece in ["abcdbcdecdefdefgefghfghighij", "", "hijkijkljklmklmnlmnomnopnopq"] {
      hash.add(Array(piece.utf8))
    }
    #expect(
      Digest.hex(hash.finish())
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    )
  }

  @Test(arguments: [
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func hashesShortly(_ text: String, _ expected: String) {
    #expect(Digest.hex(Digest.sha1(text.utf8)) == expected)
  }

  @Test func hashesWithAKey() {
    let code = Digest.hmacSHA256(
      key: Array("Jefe".utf8),
      Array("what do ya want for nothing?".utf8)
    )
    #expect(
      Digest.hex(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )
  }

  @Test func hashesWithAKeyLongerThanABlock() {
    let text = "Test Using Larger Than Block-Size Key - Hash Key First"
    let code = Digest.hmacSHA256(key: Array(repeating: 0xAA, count: 131), Array(text.utf8))
    #expect(
      Digest.hex(code) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    )
  }

  @Test func writesEachByteAsTwoDigits() {
    #expect(Digest.hex([0, 0x0A, 0xFF]) == "000aff")
  }
}
