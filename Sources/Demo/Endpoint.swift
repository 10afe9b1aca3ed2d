import AWSClient
import Domain
import FoundationEssentials

/// Every AWS endpoint the demo account needs, behind one function.
///
/// What it does not expect it refuses with 501, so that a test notices.
struct Endpoint: Sendable {
  private let answers: [Answer]
  private let crowd: Crowd
  /// Those that were given and are given only once.
  private let spent = Locked<Set<Int>>([])

  init(answers: [Answer], crowd: Crowd = Crowd()) {
    self.answers = answers
    self.crowd = crowd
  }

  func response(to call: Call, at now: Date) -> HTTPResponse {
    if let refusal = Refusal(ofSignature: call) ?? refusal(ofPlace: call) {
      return refusal.response(in: call.dialect, hasBody: call.method != "HEAD")
    }
    if let body = crowd.body(answering: call) {
      return HTTPResponse(status: 200, headers: call.dialect.headers, body: Array(body.utf8))
    }
    guard let answer = answer(to: call) else {
      return Refusal.notImplemented("\(call.service).\(call.operation) \(call.parameters)")
        .response(in: call.dialect)
    }
    return HTTPResponse(
      status: answer.status,
      headers: call.dialect.headers.merging(answer.headers) { $1 },
      body: Array(crowd.followed(Placeholder.filled(answer.body, at: now), to: call).utf8)
    )
  }

  private func answer(to call: Call) -> Answer? {
    spent.withLock { spent in
      let fitting = answers.indices.filter { !spent.contains($0) && answers[$0].fits(call) }
      guard let best = fitting.max(by: { answers[$0].rank < answers[$1].rank }) else { return nil }
      if answers[best].isGivenOnce { spent.insert(best) }
      return answers[best]
    }
  }

  /// S3 answers for a bucket in the bucket's own region alone, and no service in a region that the
  /// account has not enabled.
  private func refusal(ofPlace call: Call) -> Refusal? {
    guard Pace.distances[call.region] != nil else {
      return .notImplemented("\(call.region) is not enabled")
    }
    guard call.dialect == .s3, let bucket = call.parameters["bucket"] else { return nil }
    guard let home = home(of: bucket) else { return .noSuchBucket(bucket) }
    return home == call.region ? nil : .elsewhere(bucket, region: home)
  }

  private func home(of bucket: String) -> String? {
    answers.first { $0.operation == "s3.HeadBucket" && $0.conditions["bucket"] == bucket }?
      .conditions["region"]
  }
}
