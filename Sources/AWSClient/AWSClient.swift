import AWSOperations
import Domain
import FoundationEssentials

/// Sends operations: finds the endpoint, signs, limits, retries, reads, classifies errors.
///
/// Copies share connections, limits, and what was learnt about rates, clocks and buckets' regions.
package struct AWSClient: Sendable {
  /// What a client does not make itself.
  package struct Dependencies: Sendable {
    package var credentials: CredentialProvider
    package var transport: HTTPTransport
    package var endpoints: Endpoints
    package var retry = RetryPolicy()
    package var limits = ConcurrencyLimits()
    package var clock = WallClock.system
    /// Evenly in 0..<1.
    package var random: @Sendable () -> Double = { Double.random(in: 0..<1) }

    package init(
      credentials: CredentialProvider,
      transport: HTTPTransport,
      endpoints: Endpoints = Endpoints()
    ) {
      self.credentials = credentials
      self.transport = transport
      self.endpoints = endpoints
    }
  }

  let parts: Dependencies
  let gates: ConcurrencyGates
  let rates = SendRates()
  let keys = SigningKeys()
  let skew = ClockSkew()
  let bucketRegions = BucketRegions()
  package private(set) var statistics = CallStatistics()
  /// After this nothing is sent any more, and what is on its way ends.
  package private(set) var deadline: Date?
  /// Told how many throttles there were so far.
  private(set) var onThrottle: @Sendable (Int) -> Void = { _ in }

  package init(_ dependencies: Dependencies) {
    parts = dependencies
    gates = ConcurrencyGates(dependencies.limits)
  }

  /// The same client with counters and a time limit of its own.
  package func forScan(
    until deadline: Date? = nil,
    onThrottle: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> Self {
    var client = self
    client.statistics = CallStatistics()
    client.deadline = deadline
    client.onThrottle = onThrottle
    return client
  }

  /// The credentials calls are signed with now.
  package func credentials() async throws(CredentialError) -> Credentials {
    try await parts.credentials.get()
  }

  /// How far AWS's clock is ahead of this machine's; `nil` before the first answer.
  package var clockSkew: Duration? { skew.observed }

  /// One call, repeated as the retry policy says.
  ///
  /// A gap names the operation's permission, the region and AWS's error code. Of a bucket only its
  /// own region tells anything: a call that went elsewhere is repeated there.
  package func send<Operation: AWSOperation>(
    _ operation: Operation,
    in region: Region
  ) async throws(Gap) -> Operation.Output {
    do throws(Gap) {
      let bucket = (operation as? any BucketOperation)?.bucket
      switch try await ask(operation, in: bucket.flatMap { bucketRegions[$0] } ?? region) {
      case .output(let output): return output
      case .elsewhere(let redirect): return try await follow(redirect, operation)
      }
    } catch {
      statistics.countGap()
      throw error
    }
  }

  /// Every page of a call, one after another.
  ///
  /// `onPage` is told how many items there are so far, after each page.
  package func all<Operation: PagedOperation>(
    _ operation: Operation,
    in region: Region,
    onPage: (Int) -> Void = { _ in }
  ) async throws(Gap) -> [Operation.Item] {
    var operation = operation
    var items: [Operation.Item] = []
    var tokens: Set<String> = []
    for _ in 0..<Self.mostPages {
      let page = try await send(operation, in: region)
      items += Operation.items(of: page)
      onPage(items.count)
      guard let token = Operation.nextToken(of: page), !token.isEmpty else { return items }
      guard tokens.insert(token).inserted else {
        throw endless(operation, region, "the same page token came twice")
      }
      operation.pageToken = token
    }
    throw endless(operation, region, "more than \(Self.mostPages) pages")
  }

  /// More than any account fills; an answer that never ends must not hang a scan.
  private static let mostPages = 10_000

  private func endless<Operation: PagedOperation>(
    _: Operation,
    _ region: Region,
    _ message: String
  ) -> Gap {
    statistics.countGap()
    return Gap(.undecodable, Operation.permission, region: region, message: message)
  }
}
