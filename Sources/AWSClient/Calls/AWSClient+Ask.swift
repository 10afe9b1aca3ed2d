import AWSOperations
import Domain
import FoundationEssentials

extension AWSClient {
  /// Asks until there is an answer or no use in asking again.
  func ask<Operation: AWSOperation>(
    _ operation: Operation,
    in region: Region
  ) async throws(Gap) -> Reply<Operation.Output> {
    let call = Call(operation, in: region)
    var attempt = 1
    while true {
      let failure: Failure
      do throws(Failure) {
        let answer = try await exchange(call)
        return try read(answer, of: operation, call)
      } catch {
        failure = error
      }
      try await wait(after: failure, attempt, call)
      attempt += 1
    }
  }

  /// Waits as long as the policy says, or throws the failure's gap.
  private func wait(after failure: Failure, _ attempt: Int, _ call: Call) async throws(Gap) {
    guard let trouble = failure.trouble else { throw failure.gap }
    if trouble == .throttled { onThrottle(statistics.countThrottle()) }
    let random = parts.random()
    guard
      let pause = parts.retry.wait(
        after: trouble,
        attempt: attempt,
        wish: failure.wish,
        random: random
      ), remaining().map({ $0 > pause }) ?? true
    else { throw failure.gap }
    do {
      try await parts.clock.sleep(pause)
    } catch {
      throw call.gap(.cancelled)
    }
  }

  private func read<Operation: AWSOperation>(
    _ answer: WireAnswer,
    of operation: Operation,
    _ call: Call
  ) throws(Failure) -> Reply<Operation.Output> {
    if (200..<300).contains(answer.status) {
      do throws(Undecodable) {
        return .output(try Operation.output(from: answer))
      } catch {
        let cause: Gap.Cause = error.isOfAnotherOperation ? .notImplemented : .undecodable
        throw Failure(gap: call.gap(cause, error.detail))
      }
    }
    if answer.status < 500, let output = Operation.output(fromRefusal: answer) {
      return .output(output)
    }
    let refusal = Refusal(answer, method: call.request.method)
    if let output = Operation.output(forErrorCode: refusal.code) { return .output(output) }
    if refusal.isRedirect, let bucket = (operation as? any BucketOperation)?.bucket {
      return .elsewhere(Redirect(bucket: bucket, refusal: refusal, call: call))
    }
    throw Failure(
      gap: call.gap(refusal),
      trouble: Classification(refusal).trouble,
      wish: refusal.wish
    )
  }

  /// Signs and sends once, when there is room for it.
  private func exchange(_ call: Call) async throws(Failure) -> WireAnswer {
    let gate = gates.gate(for: call.service, in: call.region)
    guard await gate.enter() else { throw Failure(gap: call.gap(.cancelled)) }
    defer { gate.leave() }
    let request = try await signed(call)
    statistics.countCall()
    do throws(TransportFailure) {
      let response = try await parts.transport.send(request)
      return WireAnswer(status: response.status, headers: response.headers, body: response.body)
    } catch {
      throw failure(error, call)
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

  private func signed(_ call: Call) async throws(Failure) -> HTTPRequest {
    let credentials: Credentials
    do throws(CredentialError) {
      credentials = try await parts.credentials.get()
    } catch {
      throw Failure(
        gap: call.gap(error == .cancelled ? .cancelled : .credentials, error.problem.en)
      )
    }
    let remaining = remaining()
    if Task.isCancelled || remaining.map({ $0 <= .zero }) ?? false {
      throw Failure(gap: call.gap(.cancelled))
    }
    var request = httpRequest(call, credentials)
    if let remaining { request.timeout = min(request.timeout, remaining) }
    return request
  }

  private func httpRequest(_ call: Call, _ credentials: Credentials) -> HTTPRequest {
    let endpoint = parts.endpoints.endpoint(
      of: call.service,
      in: call.region,
      hostPrefix: call.request.hostPrefix
    )
    var request = call.request
    request.path = endpoint.url.basePath + request.path
    let signature = SignatureV4(
      credentials: credentials,
      region: endpoint.signingRegion,
      signingName: call.service.signingName,
      date: parts.clock.now(),
      keys: keys
    )
    let query = CanonicalRequest.queryString(request.query)
    return HTTPRequest(
      method: request.method,
      url: endpoint.url.url(path: request.path, query: query),
      headers: signature.headers(for: request, host: endpoint.url.host),
      body: request.body
    )
  }

  /// Until the deadline; `nil` without one.
  private func remaining() -> Duration? {
    deadline.map { .seconds($0.timeIntervalSince(parts.clock.now())) }
  }
}
