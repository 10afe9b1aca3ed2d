import Domain

/// One read-only AWS call, as a value: what to ask, how it is written, what comes back.
///
/// An operation opens no connection. Give it to a client to have it signed and sent.
package protocol AWSOperation: Sendable {
  associatedtype Output: Sendable

  static var service: Service { get }
  /// AWS's name of the call, such as `DescribeVolumes`.
  static var name: String { get }
  /// The IAM action a caller needs; often not named like the call. The generated policy is made
  /// of these.
  static var permission: Permission { get }

  /// False for the calls that hand out credentials, which are made before there are any.
  static var isSigned: Bool { get }

  func request() -> WireRequest

  /// Reads a 200 answer. An answer of another shape throws, and never reads as an empty one.
  static func output(from answer: WireAnswer) throws(Undecodable) -> Output

  /// What an error code means that only says "nothing is configured", such as
  /// `NoSuchBucketPolicy`. `nil` for every code that is a real error.
  static func output(forErrorCode code: String) -> Output?

  /// What an answer with an error status says all the same, such as the region in the header of a
  /// refused `HeadBucket`.
  static func output(fromRefusal answer: WireAnswer) -> Output?
}

extension AWSOperation {
  package static var isSigned: Bool { true }
  package static func output(forErrorCode code: String) -> Output? { nil }
  package static func output(fromRefusal answer: WireAnswer) -> Output? { nil }
}

/// A call about one bucket, which only the bucket's own region answers.
package protocol BucketOperation: AWSOperation {
  var bucket: String { get }
}

/// A call whose answer comes in pages.
package protocol PagedOperation: AWSOperation {
  associatedtype Item: Sendable

  /// What the previous page gave to ask for the next one.
  var pageToken: String? { get set }

  static func items(of page: Output) -> [Item]
  /// `nil` or empty on the last page.
  static func nextToken(of page: Output) -> String?
}

/// An answer that is not one the operation can have.
package struct Undecodable: Error, Hashable, Sendable {
  /// What was missing or odd, in a few English words, for logs and details.
  package let detail: String
  /// True for what another operation answers, as endpoints do that do not know this one.
  package let isOfAnotherOperation: Bool

  package init(_ detail: String, isOfAnotherOperation: Bool = false) {
    self.detail = detail
    self.isOfAnotherOperation = isOfAnotherOperation
  }
}

/// Where an operation's service listens and how it is spoken to.
package struct Service: Hashable, Sendable {
  package enum Scope: Hashable, Sendable {
    case regional
    /// One endpoint for the whole partition, signed for a region of its own.
    case global
  }

  package enum Dialect: Hashable, Sendable {
    /// JSON 1.1 with the prefix of its `X-Amz-Target`.
    case json(target: String)
    /// Form parameters in, XML out.
    case query(version: String)
    case ec2(version: String)
    case restXML
    case restJSON
  }

  /// The first label of the host name, such as `ec2` or `s3-control`.
  package let endpointPrefix: String
  package let signingName: String
  /// The service's part of `AWS_ENDPOINT_URL_<NAME>`, such as `CLOUDWATCH_LOGS`.
  package let configurationName: String
  package let scope: Scope
  package let dialect: Dialect

  package init(
    _ endpointPrefix: String,
    signingName: String? = nil,
    configurationName: String,
    _ scope: Scope,
    _ dialect: Dialect
  ) {
    self.endpointPrefix = endpointPrefix
    self.signingName = signingName ?? endpointPrefix
    self.configurationName = configurationName
    self.scope = scope
    self.dialect = dialect
  }
}

/// A request before it has a host and a signature.
package struct WireRequest: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var method: String
  /// A label before the endpoint's host name, such as S3 Control's account number.
  ///
  /// Left out where the endpoint is configured by hand.
  package var hostPrefix: String?
  /// Percent-encoded, beginning with `/`.
  package var path: String
  /// Not encoded.
  ///
  /// An empty value makes `?name=`, which S3 reads as the sub-resource `name`.
  package var query: [Field]
  /// Lower-case names.
  package var headers: [Field]
  package var body: [UInt8]

  package init(
    method: String,
    hostPrefix: String? = nil,
    path: String = "/",
    query: [Field] = [],
    headers: [Field] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.hostPrefix = hostPrefix
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }
}

/// What came back, as bytes.
package struct WireAnswer: Sendable {
  package let status: Int
  /// Lower-case names.
  package let headers: [String: String]
  package let body: [UInt8]

  package init(status: Int, headers: [String: String] = [:], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
