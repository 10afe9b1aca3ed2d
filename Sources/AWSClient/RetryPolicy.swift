/// How often and how long apart a failed call is tried again.
///
/// Waits grow from `base` by doubling up to `longest`; each is drawn evenly between zero and that
/// ("full jitter"), so that calls refused together do not come back together.
package struct RetryPolicy: Sendable {
  /// What may be tried again; refusals never are.
  package enum Trouble: Sendable {
    case throttled
    /// A server fault: 5xx.
    case fault
    /// No answer at all.
    case unanswered
  }

  /// The names are those of `AWS_RETRY_MODE`.
  package enum Mode: String, CaseIterable, Sendable {
    /// Slows down all calls to a service that throttles some.
    case adaptive
    /// Slows down only those that were throttled.
    case standard
    case legacy
  }

  package struct Rule: Sendable {
    /// How often this trouble may befall a call; the last time it gives up.
    package var attempts: Int
    package var base: Duration
    package var longest: Duration

    package init(attempts: Int, base: Duration, longest: Duration = .seconds(20)) {
      self.attempts = attempts
      self.base = base
      self.longest = longest
    }
  }

  package var throttled = Rule(attempts: 8, base: .milliseconds(200))
  package var fault = Rule(attempts: 4, base: .milliseconds(200))
  /// Starts sooner, so that an endpoint that refuses connections is told within a second.
  package var unanswered = Rule(attempts: 4, base: .milliseconds(100))

  package var mode = Mode.adaptive

  package init() {}

  /// How long to wait after the `attempt`th time of this trouble, or `nil` to give up.
  ///
  /// A server's own wish counts up to the rule's longest wait. `random` is in 0..<1.
  func wait(
    after trouble: Trouble,
    attempt: Int,
    wish: Duration?,
    random: Double
  ) -> Duration? {
    let rule = rule(for: trouble)
    guard attempt < rule.attempts else { return nil }
    var ceiling = rule.base
    for _ in 1..<attempt where ceiling < rule.longest { ceiling *= 2 }
    let drawn = min(ceiling, rule.longest) * random
    guard let wish, wish <= rule.longest else { return drawn }
    return max(wish, drawn)
  }

  private func rule(for trouble: Trouble) -> Rule {
    switch trouble {
    case .throttled: throttled
    case .fault: fault
    case .unanswered: unanswered
    }
  }
}
