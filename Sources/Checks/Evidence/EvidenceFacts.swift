import AWSOperations
import Domain

/// What is read beside manual rows only, apart from what rows are judged by.
///
/// A bucket's policy and the credential report are here too, although automatic rows sometimes read
/// them: what those say must not depend on whether evidence was gathered.
package struct EvidenceFacts: Sendable {
  package var costReports: Fact<[CostReport]> = .notCollected
  package var dataExports: Fact<[DataExport]> = .notCollected
  /// Buckets that billing data go to and that are not in our list, by name.
  package var foreignBuckets: [String: ForeignBucket] = [:]

  package var credentialReport: Fact<CredentialReport> = .notCollected
  package var samlProviders: Fact<[SAMLProvider]> = .notCollected
  /// By ARN.
  package var openIDProviders: Fact<[String]> = .notCollected

  package var budgets: Fact<[ObservedBudget]> = .notCollected
  package var billingAlarms: Fact<[BillingAlarm]> = .notCollected
  /// The last three whole months; read only when somebody agreed to pay for it, or all of them are
  /// closed and on record.
  package var costs: Fact<[MonthlyCost]> = .notCollected
  /// All that are known, older ones too.
  package var closedMonths: [ClosedMonth] = []

  package var keyPairs: Regional<[KeyPair]> = .notCollected
  package var network: Regional<NetworkFacts> = .notCollected

  package var policies: FactsByBucket<String?> = [:]
  package var websites: FactsByBucket<BucketWebsite?> = [:]
  package var distributions: Fact<[Distribution]> = .notCollected
  package var versionings: FactsByBucket<BucketVersioning> = [:]
  package var lifecycles: FactsByBucket<[LifecycleRule]> = [:]
  package var objectLocks: FactsByBucket<Bool> = [:]

  package init() {}
}

/// An export of billing data with where it goes.
package struct DataExport: Sendable {
  package var export: ListedExport
  package var destination: Fact<ExportDestination>

  package init(_ export: ListedExport, destination: Fact<ExportDestination>) {
    self.export = export
    self.destination = destination
  }
}

/// A budget with how many notifications it sends.
package struct ObservedBudget: Sendable {
  package var budget: Budget
  package var notifications: Fact<Int>

  package init(_ budget: Budget, notifications: Fact<Int>) {
    self.budget = budget
    self.notifications = notifications
  }
}

/// What decides who reaches what in the network of one region.
package struct NetworkFacts: Sendable {
  package var groups: Fact<[SecurityGroup]>
  package var interfaces: Fact<[NetworkInterface]>
  package var vpcs: Fact<[VPC]>
  /// The blocks of prefix lists that inbound rules refer to, by the list's identifier.
  package var prefixLists: [String: Fact<[String]>]

  package init(
    groups: Fact<[SecurityGroup]>,
    interfaces: Fact<[NetworkInterface]>,
    vpcs: Fact<[VPC]>,
    prefixLists: [String: Fact<[String]>] = [:]
  ) {
    self.groups = groups
    self.interfaces = interfaces
    self.vpcs = vpcs
    self.prefixLists = prefixLists
  }
}
