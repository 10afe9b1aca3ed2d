import Testing

@testable import AWSClient

struct HeaderBlockTests {
  @Test func namesAreLowerCaseAndValuesTrimmed() {
    #expect(
      headers("HTTP/1.1 200 OK\r\nContent-Type:  text/xml \r\nX: a:b\r\n\r\n")
        == ["content-type": "text/xml", "x": "a:b"]
    )
  }

  @Test func repeatedNamesAreJoined() {
    #expect(headers("A: 1\r\na: 2\r\n") == ["a": "1, 2"])
  }

  @Test func linesWithoutAColonAreSkipped() {
    #expect(headers("nonsense\r\nEmpty:\r\n") == ["empty": ""])
  }

  private func headers(_ block: String) -> [String: String] {
    HTTPResponse.headers(fromBlock: Array(block.utf8))
  }
}
