import Testing

@testable import AWSClient

struct EndpointURLTests {
  @Test(arguments: [
    ("https://example.com", "https", "example.com", ""),
    ("HTTPS://Example.COM/", "https", "example.com", ""),
    ("http://localhost:5000", "http", "localhost:5000", ""),
    ("http://localhost:80", "http", "localhost", ""),
    ("https://example.com:443/a/b//", "https", "example.com", "/a/b"),
    ("https://example.com:80", "https", "example.com:80", ""),
    ("http://[::1]:4566/x", "http", "[::1]:4566", "/x"),
    ("http://[::1]", "http", "[::1]", ""),
  ])
  func readsSchemeHostAndPath(text: String, scheme: String, host: String, path: String) throws {
    let url = try #require(EndpointURL(text))
    #expect(url.scheme == scheme)
    #expect(url.host == host)
    #expect(url.basePath == path)
  }

  @Test(arguments: [
    "", "localhost:5000", "ftp://example.com", "https://", "https:///path", "https://:5000",
    "https://example.com:", "https://example.com:x", "https://example.com:70000",
    "https://user@example.com", "https://example.com?x=1", "https://a:1:2", "https://[::1", "::1",
    "https://exam ple.com",
  ])
  func refusesEverythingElse(text: String) {
    #expect(EndpointURL(text) == nil)
  }
}
