import Domain
import FoundationEssentials
import StateStore

/// Writing down what people decide.
extension Effects {
  func record(_ draft: AttestationDraft, in account: AccountID, _ partition: Partition) {
    let entries = ([draft] + draft.others).map { LogEntry.attestation(attestation(of: $0)) }
    do {
      let state = try write { try dependencies.recordEntries(entries, account, partition) }
      post(.attested(draft.row, state))
    } catch {
      post(.attestationFailed(draft.row, dependencies.explain(error)))
    }
  }

  private func attestation(of draft: AttestationDraft) -> Attestation {
    Attestation(
      id: dependencies.newID(),
      row: draft.row,
      outcome: draft.outcome,
      note: draft.note,
      reviewer: draft.reviewer,
      link: draft.link,
      attestedAt: draft.attestedAt,
      recordedAt: dependencies.now(),
      facts: draft.facts
    )
  }

  func decide(_ decision: Decision, in account: AccountID, _ partition: Partition) {
    let entry = decision.entry(id: dependencies.newID(), at: dependencies.now())
    do {
      let state = try write { try dependencies.recordEntries([entry], account, partition) }
      post(.decided(decision, state))
    } catch {
      post(.undecided(dependencies.explain(error)))
    }
  }
}
