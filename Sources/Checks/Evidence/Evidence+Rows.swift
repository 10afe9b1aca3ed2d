import Domain

extension Evidence {
  /// What the account shows about a manual row; `nil` for an automatic one.
  ///
  /// The inventory holds what `needs` names; anything it lacks is said to be not visible.
  package static func collected(for row: CheckID, in inventory: Inventory) -> Evidence? {
    sources[row]?.evidence(inventory)
  }

  /// The facts that the evidence of a row is made of; none for an automatic row.
  ///
  /// What AWS charges for is only among them when a person agreed to pay.
  package static func needs(of row: CheckID, isPaid: Bool = false) -> Set<Need> {
    guard let source = sources[row] else { return [] }
    return isPaid ? source.needs.union(source.paidNeeds) : source.needs
  }

  /// What the paid part of a row's evidence costs, for the question before it is read.
  package static func price(of row: CheckID) -> Text? {
    sources[row]?.price
  }

  private struct Source: Sendable {
    let needs: Set<Need>
    var paidNeeds: Set<Need> = []
    var price: Text?
    let evidence: @Sendable (Inventory) -> Evidence
  }

  private static let sources: [CheckID: Source] = [
    "ASC 02-02": Source(
      needs: [.buckets, .evidenceBilling],
      evidence: { BillingBucketEvidence(of: $0).evidence }
    ),
    "ASC 05": Source(
      needs: [.authorization, .instances, .evidenceCredentials],
      evidence: { CredentialEvidence(of: $0).evidence }
    ),
    "ASC 06": Source(
      needs: [.evidenceBudgets],
      paidNeeds: [.paidCosts],
      price: CostTable.price,
      evidence: { BudgetEvidence(of: $0).evidence }
    ),
    "ASC 09": Source(
      needs: [.instances, .evidenceKeyPairs, .evidenceSecurityGroups],
      evidence: { KeyPairEvidence(of: $0).evidence }
    ),
    "ASC 11": Source(
      needs: [.evidenceSecurityGroups],
      evidence: { SecurityGroupEvidence(of: $0).evidence }
    ),
    "ASC 14": Source(
      needs: [
        .buckets, .bucketPublicness, .bucketLogging, .trails, .flowLogs, .evidenceTransfer,
      ],
      evidence: { TransferEvidence(of: $0).evidence }
    ),
    "ASC 15": Source(
      needs: [.buckets, .bucketLogging, .trails, .flowLogs, .evidenceVersioning],
      evidence: { VersioningEvidence(of: $0).evidence }
    ),
  ]
}
