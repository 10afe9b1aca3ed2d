import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

@Suite(.timeLimit(.minutes(5)))
struct ProxiesTests {
  @Test func readsTheVariables() {
    let proxies = Proxies([
      "HTTPS_PROXY": "http://a", "http_proxy": "http://b", "HTTP_PROXY": "http://c",
      "no_proxy": "", "NO_PROXY": "x",
    ])
    #expect(proxies.https == "http://a")
    #expect(proxies.http == "http://b")
    #expect(proxies.exceptions == nil)
    #expect(Proxies(["ALL_PROXY": "http://d"]).https == "http://d")
  }

  @Test func aProxyGetsTheRequestAndItsUser() async throws {
    let proxy = try server()
    defer { proxy.stop() }
    var proxies = Proxies()
    proxies.http = "http://user:p%40ss@127.0.0.1:\(proxy.port)"
    let body = try await answer("http://aws.example/x", proxies)
    #expect(body == "http://aws.example/x Basic \(Data("user:p@ss".utf8).base64EncodedString())")
  }

  @Test func httpsIsTunnelled() async throws {
    let seen = Locked<[String]>([])
    let proxy = try LoopbackServer { request in
      seen.withLock { $0.append("\(request.method) \(request.target)") }
      return .answer(HTTPResponse(status: 407, body: []))
    }
    defer { proxy.stop() }
    var proxies = Proxies()
    proxies.https = "http://127.0.0.1:\(proxy.port)"
    await #expect(throws: TransportFailure.self) {
      try await answer("https://aws.example/x", proxies)
    }
    #expect(seen.withLock { $0 } == ["CONNECT aws.example:443"])
  }

  @Test func exceptionsAndDirectRequestsGoPastIt() async throws {
    let target = try server()
    defer { target.stop() }
    var proxies = Proxies()
    proxies.http = "http://127.0.0.1:1"
    await #expect(throws: TransportFailure.self) { try await answer("\(target.url)/x", proxies) }
    #expect(try await answer("\(target.url)/x", proxies, isDirect: true) == "/x -")
    proxies.exceptions = "example.com,127.0.0.1"
    #expect(try await answer("\(target.url)/x", proxies) == "/x -")
  }

  private func server() throws -> LoopbackServer {
    try LoopbackServer { request in
      let user = request.headers["proxy-authorization"] ?? "-"
      return .answer(HTTPResponse(status: 200, body: Array("\(request.target) \(user)".utf8)))
    }
  }

  private func answer(
    _ url: String,
    _ proxies: Proxies,
    isDirect: Bool = false
  ) async throws -> String {
    var settings = CurlTransport.Settings(userAgent: "ascheck/test")
    settings.proxies = proxies
    var request = HTTPRequest(method: "GET", url: url, headers: [], body: [])
    request.isDirect = isDirect
    let response = try await CurlTransport(settings).send(request)
    return String(decoding: response.body, as: UTF8.self)
  }
}
