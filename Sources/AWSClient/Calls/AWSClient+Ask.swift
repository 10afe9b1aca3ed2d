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
    var failures: [RetryPolicy.Trouble: Int] = [:]
    var cures: Set<Cure> = []
    while true {
      let failure: Failure
      do throws(Failure) {
        let exchange = try await exchange(call)
        do throws(Failure) {
          return try read(exchange.answer, of: operation, call)
        } catch {
          if let cure = try await cure(error, exchange, call), cures.insert(cure).inserted {
            continue
          }
          slowDown(after: error, exchange, call)
          throw error
        }
      } catch {
        failure = error
      }
      try await wait(after: failure, &failures, call)
    }
  }

  /// What was wrong with the request and is not any more; tried once a call.
  private func cure(
    _ failure: Failure,
    _ exchange: Exchange,
    _ call: Call
  ) async throws(Failure) -> Cure? {
    guard let code = failure.gap.code, let used = exchange.credentials else { return nil }
    if ClockSkew.codes.contains(code) {
      let headers = exchange.answer.headers
      let isCured = skew.correct(headers, signed: exchange.signed, at: parts.clock.now())
      return isCured ? .clock : nil
    }
    guard Self.codesOfExpiry.contains(code) else { return nil }
    do throws(CredentialError) {
      return try await parts.credentials.replace(used) == used ? nil : .credentials
    } catch {
      let cause: Gap.Cause = error == .cancelled ? .cancelled : .credentials
      throw Failure(gap: call.gap(cause, error.problem.en))
    }
  }

  private static var codesOfExpiry: Set<String> {
    ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"]
  }

  private func slowDown(after failure: Failure, _ exchange: Exchange, _ call: Call) {
    guard failure.trouble == .throttled, parts.retry.mode == .adaptive else { return }
    let sent = exchange.signed - skew.correction
    rates.rate(for: call.service, in: call.region).throttled(sent: sent, at: parts.clock.now())
  }

  /// Waits as long as the policy says, or throws the failure's gap.
  ///
  /// Each kind of trouble has attempts of its own: a call that was throttled three times is not
  /// lost with the first connection that breaks.
  private func wait(
    after failure: Failure,
    _ failures: inout [RetryPolicy.Trouble: Int],
    _ call: Call
  ) async throws(Gap) {
    guard let trouble = failure.trouble else { throw failure.gap }
    let attempt = failures[trouble, default: 0] + 1
    failures[trouble] = attempt
    if trouble == .throttled {
      gates.gate(for: call.service, in: call.region).slowDown()
      onThrottle(statistics.countThrottle())
    }
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
}

/// What may be put right before a call is repeated at once.
private enum Cure {
  case clock
  case credentials
}
