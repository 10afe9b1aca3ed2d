import AWSOperations
import Domain

/// Sends operations: finds the endpoint, signs, limits, retries, reads, classifies errors.
package struct AWSClient: Sendable {
  /// One call, repeated as the retry policy says.
  ///
  /// A gap names the operation's permission, the region and AWS's error code.
  package func send<Operation: AWSOperation>(
    _ operation: Operation,
    in region: Region
  ) async throws(Gap) -> Operation.Output {
    throw Gap(.notCollected, Operation.permission, region: region)
  }

  /// Every page of a call, one after another.
  ///
  /// `onPage` is told how many items there are so far, after each page.
  package func all<Operation: PagedOperation>(
    _ operation: Operation,
    in region: Region,
    onPage: (Int) -> Void = { _ in }
  ) async throws(Gap) -> [Operation.Item] {
    throw Gap(.notCollected, Operation.permission, region: region)
  }
}
