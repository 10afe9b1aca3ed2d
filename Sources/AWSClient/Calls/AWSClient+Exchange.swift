import AWSOperations
import Domain
import FoundationEssentials

/// An answer, and what the request was signed with.
struct Exchange: Sendable {
  let answer: WireAnswer
  /// `nil` for a call that is not signed.
  let credentials: Credentials?
  let signed: Date
}

extension AWSClient {
  /// Signs and sends once, when there is room for it.
  func exchange(_ call: Call) async throws(Failure) -> Exchange {
    let gate = gates.gate(for: call.service, in: call.region)
    guard await gate.enter() else { throw Failure(gap: call.gap(.cancelled)) }
    defer { gate.leave() }
    try await waitForSlot(call)
    let credentials = call.isSigned ? try await credentials(call) : nil
    let left = remaining()
    if Task.isCancelled || left.map({ $0 <= .zero }) ?? false {
      throw Failure(gap: call.gap(.cancelled))
    }
    let signed = parts.clock.now() + skew.correction
    var request = try httpRequest(call, credentials, signed)
    if let left { request.timeout = min(request.timeout, left) }
    statistics.countCall()
    do throws(TransportFailure) {
      let response = try await parts.transport.send(request)
      skew.observe(response.headers, at: parts.clock.now())
      let answer = WireAnswer(
        status: response.status,
        headers: response.headers,
        body: response.body
      )
      return Exchange(answer: answer, credentials: credentials, signed: signed)
    } catch {
      throw failure(error, call)
    }
  }

  /// Until the deadline; `nil` without one.
  func remaining() -> Duration? {
    deadline.map { .seconds($0.timeIntervalSince(parts.clock.now())) }
  }

  /// Keeps to the rate that throttles have taught.
  private func waitForSlot(_ call: Call) async throws(Failure) {
    guard parts.retry.mode == .adaptive else { return }
    let pause = rates.rate(for: call.service, in: call.region).take(at: parts.clock.now())
    guard pause > .zero else { return }
    if let left = remaining(), left <= pause {
      throw Failure(gap: call.gap(.cancelled, "the time for the scan is over"))
    }
    do {
      try await parts.clock.sleep(pause)
    } catch {
      throw Failure(gap: call.gap(.cancelled))
    }
  }

  private func credentials(_ call: Call) async throws(Failure) -> Credentials {
    do throws(CredentialError) {
      return try await parts.credentials.get()
    } catch {
      throw Failure(
        gap: call.gap(error == .cancelled ? .cancelled : .credentials, error.problem.en)
      )
    }
  }

  private func httpRequest(
    _ call: Call,
    _ credentials: Credentials?,
    _ date: Date
  ) throws(Failure) -> HTTPRequest {
    let endpoint = try endpoint(call)
    var request = call.request
    request.path = endpoint.url.basePath + request.path
    var headers = request.headers.map { HTTPRequest.Header($0.name, $0.value) }
    if let credentials {
      let signature = SignatureV4(
        credentials: credentials,
        region: endpoint.signingRegion,
        signingName: call.service.signingName,
        date: date,
        keys: keys
      )
      headers = signature.headers(for: request, host: endpoint.url.host)
    }
    let query = CanonicalRequest.queryString(request.query)
    return HTTPRequest(
      method: request.method,
      url: endpoint.url.url(path: request.path, query: query),
      headers: headers,
      body: request.body
    )
  }

  private func endpoint(_ call: Call) throws(Failure) -> Endpoint {
    do throws(NoEndpoint) {
      return try parts.endpoints.endpoint(
        of: call.service,
        in: call.region,
        hostPrefix: call.request.hostPrefix
      )
    } catch {
      throw Failure(gap: call.gap(.unreachable, error.words))
    }
  }

  private func failure(_ failure: TransportFailure, _ call: Call) -> Failure {
    switch failure {
    case .cancelled: Failure(gap: call.gap(.cancelled))
    case .unreachable where remaining().map({ $0 <= .zero }) ?? false:
      Failure(gap: call.gap(.cancelled, "the time for the scan is over"))
    case .unreachable(let why): Failure(gap: call.gap(.unreachable, why), trouble: .unanswered)
    }
  }
}
