import AWSOperations
import Domain

/// One call to one region, with what its gaps have to name.
struct Call: Sendable {
  let service: Service
  let permission: Permission
  let isSigned: Bool
  let request: WireRequest
  let region: Region

  init<Operation: AWSOperation>(_ operation: Operation, in region: Region) {
    service = Operation.service
    permission = Operation.permission
    isSigned = Operation.isSigned
    request = operation.request()
    self.region = region
  }

  func gap(_ cause: Gap.Cause, _ message: String? = nil) -> Gap {
    Gap(cause, permission, region: region, message: message)
  }

  func gap(_ refusal: Refusal) -> Gap {
    let cause = Classification(refusal).cause
    return Gap(
      cause,
      permission,
      region: region,
      code: refusal.code,
      deniedBy: cause == .accessDenied ? refusal.message.flatMap { Gap.Denier(message: $0) } : nil,
      message: refusal.message
    )
  }
}

/// A try that did not give what was asked for.
struct Failure: Error {
  let gap: Gap
  /// `nil` where asking again is no use.
  var trouble: RetryPolicy.Trouble?
  /// How long the server wants to be left alone.
  var wish: Duration?
}

/// What came of asking.
enum Reply<Output: Sendable>: Sendable {
  case output(Output)
  case elsewhere(Redirect)
}

/// S3's word that a bucket is not where it was asked about.
struct Redirect: Sendable {
  let bucket: String
  let refusal: Refusal
  let call: Call

  var gap: Gap { call.gap(refusal) }
}
