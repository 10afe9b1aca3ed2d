import AWSClient
import AWSOperations
import Domain

extension Scanner {
  /// The accounts of the caller's organization.
  package func organization() async throws(ScanFailure) -> [OrganizationAccount] {
    do throws(Gap) {
      return try await client.all(ListAccounts(), in: homeRegion)
    } catch {
      throw error.cause == .cancelled ? .cancelled : .notListed(error)
    }
  }
}
