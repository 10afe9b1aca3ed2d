import Domain
import FoundationEssentials

/// How far this machine's clock is from AWS's, which refuses signatures that are minutes off.
final class ClockSkew: Sendable {
  private struct State {
    var correction: TimeInterval = 0
    var observed: TimeInterval?
  }

  /// AWS takes five minutes; the header tells whole seconds and travels a while.
  private static let tolerance: TimeInterval = 240

  private let state = Locked(State())

  /// What is added to this machine's time before signing.
  var correction: TimeInterval { state.withLock { $0.correction } }

  /// How far AWS's clock is ahead, as the first answer with a date told; `nil` before.
  var observed: Duration? { state.withLock { $0.observed }.map { .seconds($0) } }

  func observe(_ headers: [String: String], at now: Date) {
    if observed != nil { return }
    guard let date = headers["date"].flatMap(HTTPDate.date) else { return }
    state.withLock { $0.observed = $0.observed ?? date.timeIntervalSince(now) }
  }

  /// Returns whether the refusal came of the clock, which then is corrected.
  ///
  /// `signed` is the time the refused request was signed with.
  func correct(_ headers: [String: String], signed: Date, at now: Date) -> Bool {
    guard let date = headers["date"].flatMap(HTTPDate.date) else { return false }
    guard abs(date.timeIntervalSince(signed)) > Self.tolerance else { return false }
    state.withLock { $0.correction = date.timeIntervalSince(now) }
    return true
  }

  /// What AWS says of a request whose time it does not take.
  static let codes: Set = [
    "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "InvalidSignatureException",
    "SignatureDoesNotMatch", "AuthFailure",
  ]
}

/// A time as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func date(_ text: String) -> Date? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2]))
    else { return nil }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return Timestamp.date("\(words[3])-\(number)-\(words[1])T\(words[4])Z")
  }
}
