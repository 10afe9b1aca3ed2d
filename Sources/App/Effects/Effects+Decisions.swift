import Domain
import FoundationEssentials
import StateStore

/// Writing down what people decide.
extension Effects {
  func record(_ draft: AttestationDraft, in account: AccountID, _ partition: Partition) {
    do {
      let (entries, state) = try writeDown(draft.decisions, in: account, partition)
      post(.attested(draft, entries, state))
    } catch {
      post(.attestationFailed(draft.row, dependencies.explain(error)))
    }
  }

  func decide(_ decision: Decision, in account: AccountID, _ partition: Partition) {
    do {
      let (entries, state) = try writeDown([decision], in: account, partition)
      post(.decided(decision, entries, state))
    } catch {
      post(.undecided(dependencies.explain(error)))
    }
  }

  func reverse(_ reversal: Reversal, in account: AccountID, _ partition: Partition) {
    do {
      let (entries, state) = try writeDown(reversal.decisions, in: account, partition)
      post(.reversed(reversal, entries, state))
    } catch {
      post(.undecided(dependencies.explain(error)))
    }
  }

  private func writeDown(
    _ decisions: [Decision],
    in account: AccountID,
    _ partition: Partition
  ) throws -> ([LogEntry], State) {
    let entries = decisions.map { $0.entry(id: dependencies.newID(), at: dependencies.now()) }
    return (entries, try write { try dependencies.recordEntries(entries, account, partition) })
  }
}
