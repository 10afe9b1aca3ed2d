import Domain

/// What an error answer amounts to.
struct Classification: Equatable {
  let cause: Gap.Cause
  /// `nil` where asking again is no use.
  let trouble: RetryPolicy.Trouble?

  init(_ cause: Gap.Cause, _ trouble: RetryPolicy.Trouble? = nil) {
    self.cause = cause
    self.trouble = trouble
  }

  init(_ refusal: Refusal) {
    self = Self.byCode[refusal.code] ?? Self.byStatus(refusal)
  }

  private static func byStatus(_ refusal: Refusal) -> Self {
    switch refusal.status {
    case 429: Self(.throttled, .throttled)
    case 503 where refusal.isBare: Self(.throttled, .throttled)
    case 500 where refusal.isBare && refusal.isHTML: Self(.notImplemented)
    case 501: Self(.notImplemented)
    case 500...: Self(.unreachable, .fault)
    case _ where !refusal.isBare: Self(.refused)
    case 401, 403: Self(.accessDenied)
    // An answer to HEAD has no body to tell a missing bucket from a missing operation.
    case 404 where refusal.isHead: Self(.gone)
    case 404, 405: Self(.notImplemented)
    default: Self(.refused)
    }
  }

  private static let byCode = Dictionary(
    uniqueKeysWithValues: codes.flatMap { codes, meaning in codes.map { ($0, meaning) } }
  )

  /// AWS's words for the same thing, of all services and dialects together.
  private static let codes: [([String], Self)] = [
    (
      [
        "AccessDenied", "AccessDeniedException", "AllAccessDisabled", "UnauthorizedOperation",
        // S3 says so to an account that does not own the bucket.
        "MethodNotAllowed",
      ], Self(.accessDenied)
    ),
    (
      [
        "NoSuchBucket", "NoSuchEntity", "NoSuchEntityException", "ResourceNotFoundException",
        "InvalidVolume.NotFound", "InvalidVpcID.NotFound", "InvalidInstanceID.NotFound",
      ], Self(.gone)
    ),
    (
      [
        "AuthFailure", "UnrecognizedClientException", "InvalidClientTokenId", "OptInRequired",
        "ExpiredToken", "ExpiredTokenException", "RequestExpired", "InvalidAccessKeyId",
        "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature",
        "IncompleteSignatureException", "MissingAuthenticationToken",
        "MissingAuthenticationTokenException", "InvalidToken", "RequestTimeTooSkewed",
        "RequestInTheFuture", "TokenRefreshRequired",
      ], Self(.credentials)
    ),
    (
      [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestLimitExceeded",
        "TooManyRequestsException", "SlowDown", "RequestThrottled", "RequestThrottledException",
        "EC2ThrottledException", "BandwidthLimitExceeded", "PriorRequestNotComplete",
      ], Self(.throttled, .throttled)
    ),
    (
      [
        "InternalError", "InternalFailure", "InternalServerError", "InternalServerException",
        "InternalServiceError", "ServiceUnavailable", "ServiceUnavailableException",
        "Unavailable", "RequestTimeout", "RequestTimeoutException",
      ], Self(.unreachable, .fault)
    ),
    (
      ["InvalidAction", "NotImplemented", "UnknownOperation", "UnknownOperationException"],
      Self(.notImplemented)
    ),
  ]
}
