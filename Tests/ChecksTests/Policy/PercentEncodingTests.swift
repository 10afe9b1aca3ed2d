import Testing

@testable import Checks

struct PercentEncodingTests {
  @Test func decodesBytesOfUTF8() {
    #expect(PercentEncoding.decoded("%7B%22%e3%83%AD%22%7d") == "{\"ロ\"}")
  }

  @Test func aPlusStaysAPlus() {
    #expect(PercentEncoding.decoded("a+b%2Bc") == "a+b+c")
  }

  @Test(arguments: ["%", "%4", "%zz", "%ff", "100%-"])
  func refuses(_ text: String) {
    #expect(PercentEncoding.decoded(text) == nil)
  }
}
