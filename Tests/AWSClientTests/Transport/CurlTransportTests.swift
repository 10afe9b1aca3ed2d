import Domain
import Foundation
import TestSupport
import Testing

@testable import AWSClient

@Suite(.timeLimit(.minutes(5)))
struct CurlTransportTests {
  @Test func carriesMethodHeadersAndBody() async throws {
    let seen = Locked<[LoopbackServer.Request]>([])
    let server = try LoopbackServer { request in
      seen.withLock { $0.append(request) }
      return .answer(HTTPResponse(status: 200, body: Array("ok".utf8)))
    }
    defer { server.stop() }
    let response = try await curl().send(
      request("POST", server, "/a%20b?x=", [.init("X-Amz-Target", "T")], "本文")
    )
    #expect(String(decoding: response.body, as: UTF8.self) == "ok")
    let request = try #require(seen.withLock { $0.first })
    #expect(request.method == "POST")
    #expect(request.target == "/a%20b?x=")
    #expect(request.headers["x-amz-target"] == "T")
    #expect(request.headers["user-agent"] == "ascheck/test")
    #expect(String(decoding: request.body, as: UTF8.self) == "本文")
  }

  @Test func sendsThePathAsItIs() async throws {
    let server = try LoopbackServer { request in
      .answer(HTTPResponse(status: 200, body: Array(request.target.utf8)))
    }
    defer { server.stop() }
    let response = try await curl().send(request("GET", server, "/b/a/./c/../d//e"))
    #expect(String(decoding: response.body, as: UTF8.self) == "/b/a/./c/../d//e")
  }

  @Test func aBodyDoesNotTurnGetIntoPost() async throws {
    let server = try LoopbackServer { request in
      .answer(HTTPResponse(status: 200, body: Array(request.method.utf8) + request.body))
    }
    defer { server.stop() }
    let response = try await curl().send(request("GET", server, "/", [], "!"))
    #expect(String(decoding: response.body, as: UTF8.self) == "GET!")
  }

  @Test func headHasHeadersAndNoBody() async throws {
    let server = try LoopbackServer { _ in
      .answer(
        HTTPResponse(
          status: 403,
          headers: ["X-Amz-Bucket-Region": "eu-west-1"],
          body: Array("not sent".utf8)
        )
      )
    }
    defer { server.stop() }
    let response = try await curl().send(request("HEAD", server, "/bucket"))
    #expect(response.status == 403)
    #expect(response.headers["x-amz-bucket-region"] == "eu-west-1")
    #expect(response.body.isEmpty)
  }

  @Test func doesNotFollowRedirects() async throws {
    let server = try LoopbackServer { _ in
      .answer(HTTPResponse(status: 301, headers: ["location": "http://127.0.0.1:1/"], body: []))
    }
    defer { server.stop() }
    #expect(try await curl().send(request("GET", server, "/")).status == 301)
  }

  @Test func connectionsAreUsedAgain() async throws {
    let server = try LoopbackServer { _ in .answer(HTTPResponse(status: 200, body: [])) }
    defer { server.stop() }
    let curl = try curl()
    for _ in 0..<20 { _ = try await curl.send(request("POST", server, "/")) }
    #expect(server.connections == 1)
  }

  @Test func manyConnectionsSurviveTheirRequests() async throws {
    let server = try LoopbackServer { _ in
      Thread.sleep(forTimeInterval: 0.02)
      return .answer(HTTPResponse(status: 200, body: []))
    }
    defer { server.stop() }
    let curl = try curl()
    for _ in 0..<3 {
      await withTaskGroup { group in
        for _ in 0..<100 {
          group.addTask {
            await #expect(throws: Never.self) {
              try await curl.send(request("GET", server, "/")).status
            }
          }
        }
      }
    }
    #expect(server.connections <= 100)
  }

  @Test func cancellationEndsAHangingRequestAtOnce() async throws {
    let arrived = AsyncStream<Void>.makeStream()
    let server = try LoopbackServer { _ in
      arrived.continuation.yield()
      return .hang
    }
    defer { server.stop() }
    let curl = try curl()
    let task = Task { try await curl.send(request("GET", server, "/")) }
    for await _ in arrived.stream { break }
    task.cancel()
    await #expect(throws: TransportFailure.cancelled) { try await task.value }
  }

  @Test func aCancelledTaskSendsNothing() async throws {
    let server = try LoopbackServer { _ in .answer(HTTPResponse(status: 200, body: [])) }
    defer { server.stop() }
    let curl = try curl()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await curl.send(request("GET", server, "/"))
    }
    await #expect(throws: TransportFailure.cancelled) { try await task.value }
    #expect(server.connections == 0)
  }

  @Test func requestsInFlightEndWhenManyAreCancelledAtRandom() async throws {
    let server = try LoopbackServer { request in
      request.target.hasSuffix("0") ? .hang : .answer(HTTPResponse(status: 200, body: []))
    }
    defer { server.stop() }
    let curl = try curl()
    let tasks = (0..<200).map { number in
      Task { try await curl.send(request("GET", server, "/\(number)")) }
    }
    for number in stride(from: 0, to: 200, by: 10) { tasks[number].cancel() }
    for (number, task) in tasks.enumerated() where !number.isMultiple(of: 10) {
      await #expect(throws: Never.self) { try await task.value }
    }
    for number in stride(from: 0, to: 200, by: 10) {
      await #expect(throws: TransportFailure.cancelled) { try await tasks[number].value }
    }
  }

  @Test func aRefusedConnectionFailsAtOnce() async throws {
    let server = try LoopbackServer { _ in .close }
    server.stop()
    let curl = try curl()
    let failure = await #expect(throws: TransportFailure.self) {
      try await curl.send(request("GET", server, "/"))
    }
    guard case .unreachable(let words)? = failure else { return }
    #expect(!words.lowercased().contains("time"), "no limit ended it: \(words)")
  }

  @Test func theTimeLimitEndsASilentServer() async throws {
    let server = try LoopbackServer { _ in .hang }
    defer { server.stop() }
    var request = request("GET", server, "/")
    request.timeout = .milliseconds(50)
    let curl = try curl()
    await #expect(throws: TransportFailure.self) { try await curl.send(request) }
  }

  @Test func aTruncatedBodyIsAFailure() async throws {
    let server = try LoopbackServer { _ in
      .raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort")
    }
    defer { server.stop() }
    let curl = try curl()
    await #expect(throws: TransportFailure.self) {
      try await curl.send(request("GET", server, "/"))
    }
  }

  @Test func aBodyWithoutEndIsCutOff() async throws {
    let server = try LoopbackServer { _ in
      .answer(HTTPResponse(status: 200, body: [UInt8](repeating: 0x41, count: 2000)))
    }
    defer { server.stop() }
    var settings = CurlTransport.Settings(userAgent: "ascheck/test")
    settings.largestBody = 1000
    let curl = try CurlTransport(settings)
    await #expect(throws: TransportFailure.self) {
      try await curl.send(request("GET", server, "/"))
    }
  }

  @Test func otherSchemesAreRefused() async throws {
    let curl = try curl()
    let request = HTTPRequest(method: "GET", url: "file:///etc/hostname", headers: [], body: [])
    await #expect(throws: TransportFailure.self) { try await curl.send(request) }
  }

  private func curl() throws -> CurlTransport {
    try CurlTransport(CurlTransport.Settings(userAgent: "ascheck/test"))
  }
}

private func request(
  _ method: String,
  _ server: LoopbackServer,
  _ target: String,
  _ headers: [HTTPRequest.Header] = [],
  _ body: String = ""
) -> HTTPRequest {
  HTTPRequest(
    method: method,
    url: server.url + target,
    headers: headers,
    body: Array(body.utf8)
  )
}
