import AWSClient
import AWSOperations
import Checks
import Domain

/// What is asked for before it is known who asks, and where: calls that need neither the account's
/// number nor its regions.
///
/// Rows that begin with them are done a round trip earlier.
struct HeadStart: Sendable {
  let accountSummary: EarlyFact<AccountSummary>
  let authorization: EarlyFact<[AuthorizationItem]>
  let buckets: EarlyFact<[ListedBucket]>

  init(client: AWSClient, homeRegion: Region) {
    accountSummary = EarlyFact { () throws(Gap) in
      try await client.send(GetAccountSummary(), in: homeRegion)
    }
    authorization = EarlyFact { () throws(Gap) in
      try await client.all(GetAccountAuthorizationDetails(), in: homeRegion)
    }
    buckets = EarlyFact { () throws(Gap) in
      try await client.all(ListBuckets(), in: homeRegion)
    }
  }

  func begin(for needs: Set<Need>) {
    if needs.contains(.accountSummary) { accountSummary.begin() }
    if needs.contains(.authorization) { authorization.begin() }
    if !needs.isDisjoint(with: Need.ofBuckets) { buckets.begin() }
  }

  /// Ends what nobody has asked for.
  func cancel() {
    accountSummary.cancel()
    authorization.cancel()
    buckets.cancel()
  }
}

/// A fact that may be on its way when somebody asks for it, and is fetched then where it is not.
///
/// It belongs to the one who asks: if that one gives up, the fetching ends.
final class EarlyFact<Value: Sendable>: Sendable {
  private let read: @Sendable () async throws(Gap) -> Value
  private let task = Locked<Task<Fact<Value>, Never>?>(nil)

  init(_ read: @escaping @Sendable () async throws(Gap) -> Value) {
    self.read = read
  }

  func begin() {
    let task = Task { await fetch() }
    self.task.withLock { $0 = task }
  }

  func value() async -> Fact<Value> {
    guard let task = take() else { return await fetch() }
    return await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
  }

  func cancel() {
    take()?.cancel()
  }

  private func take() -> Task<Fact<Value>, Never>? {
    task.withLock { task in
      defer { task = nil }
      return task
    }
  }

  private func fetch() async -> Fact<Value> {
    do throws(Gap) {
      return .known(try await read())
    } catch {
      return .unreadable(error)
    }
  }
}
