import AWSClient
import Domain
import Foundation

/// An HTTP server on a port of its own, for tests that need a real socket.
package final class LoopbackServer: Sendable {
  package enum Action: Sendable {
    case answer(HTTPResponse)
    /// These bytes, then the end of the connection.
    case raw(String)
    /// No answer until the client goes away.
    case hang
    /// The end of the connection without an answer.
    case close
  }

  package struct Request: Sendable {
    package let method: String
    /// Path and query.
    package let target: String
    /// Lower-case names.
    package let headers: [String: String]
    package let body: [UInt8]
  }

  package struct Failure: Error {
    package let call: String
    package let code: Int32
  }

  private struct State {
    var connections = 0
    /// Only what stands here may be shut down: a closed number soon belongs to another socket.
    var open: Set<Int32> = []
    var isStopped = false
  }

  package let port: UInt16
  private let listener: Int32
  private let handle: @Sendable (Request) -> Action
  private let state = Locked(State())

  package init(_ handle: @escaping @Sendable (Request) -> Action) throws {
    self.handle = handle
    (listener, port) = try Self.listen()
    _ = state.withLock { [listener] in $0.open.insert(listener) }
    Thread.detachNewThread { [self] in acceptConnections() }
  }

  package var url: String { "http://127.0.0.1:\(port)" }
  package var connections: Int { state.withLock { $0.connections } }

  package func stop() {
    state.withLock { state in
      state.isStopped = true
      for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
  }

  private static func listen() throws -> (Int32, UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, size) | Glibc.listen(listener, 128)
          | getsockname(listener, pointer, &size)
      }
    }
    guard listener >= 0, code == 0 else { throw Failure(call: "listen", code: errno) }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  private func acceptConnections() {
    while true {
      let descriptor = accept(listener, nil, nil)
      guard descriptor >= 0 else { break }
      let isStopped = state.withLock { state in
        state.connections += 1
        state.open.insert(descriptor)
        return state.isStopped
      }
      if isStopped {
        end(descriptor)
      } else {
        Thread.detachNewThread { [self] in serve(descriptor) }
      }
    }
    end(listener)
  }

  private func end(_ descriptor: Int32) {
    state.withLock { state in
      state.open.remove(descriptor)
      close(descriptor)
    }
  }

  private func serve(_ descriptor: Int32) {
    var reader = RequestReader(descriptor: descriptor)
    while let request = reader.next(), respond(to: request, descriptor) {}
    end(descriptor)
  }

  /// Returns whether the connection stays open.
  private func respond(to request: Request, _ descriptor: Int32) -> Bool {
    switch handle(request) {
    case .answer(let response):
      let body = request.method == "HEAD" ? [] : response.body
      send(Self.head(of: response) + body, to: descriptor)
      return true
    case .raw(let text):
      send(Array(text.utf8), to: descriptor)
      return false
    case .hang:
      var byte: UInt8 = 0
      while recv(descriptor, &byte, 1, 0) > 0 {}
      return false
    case .close:
      return false
    }
  }

  private static func head(of response: HTTPResponse) -> [UInt8] {
    var lines = ["HTTP/1.1 \(response.status) Status", "content-length: \(response.body.count)"]
    lines += response.headers.map { "\($0.key): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  private func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

/// Cuts requests out of a connection's bytes.
private struct RequestReader {
  let descriptor: Int32
  private var bytes: [UInt8] = []

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  mutating func next() -> LoopbackServer.Request? {
    let end = Array("\r\n\r\n".utf8)
    while bytes.firstRange(of: end) == nil { guard fill() else { return nil } }
    guard let range = bytes.firstRange(of: end) else { return nil }
    let lines = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...]
        .trimmingCharacters(in: .whitespaces)
    }
    let count = headers["content-length"].flatMap(Int.init) ?? 0
    while bytes.count < range.upperBound + count { guard fill() else { return nil } }
    let body = Array(bytes[range.upperBound..<(range.upperBound + count)])
    bytes.removeFirst(range.upperBound + count)
    let words = lines[0].split(separator: " ")
    guard words.count >= 2 else { return nil }
    return LoopbackServer.Request(
      method: String(words[0]),
      target: String(words[1]),
      headers: headers,
      body: body
    )
  }

  private mutating func fill() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    bytes += buffer.prefix(count)
    return true
  }
}
