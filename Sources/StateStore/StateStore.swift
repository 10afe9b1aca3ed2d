import Domain
import FoundationEssentials

/// Keeps what must outlive a run: a small, precious `state.json`, and beside it one findings file
/// for each account, which any scan can make again.
package struct StateStore: Sendable {
  package let path: String
  /// Turns a stored reason code into a reason.
  let reason: @Sendable (String) -> Reason

  package init(path: String, reason: @escaping @Sendable (String) -> Reason) {
    self.path = path
    self.reason = reason
  }

  /// The saved state; an empty one when there is no file yet.
  package func load() throws(StateError) -> State {
    State()
  }

  /// The findings of an account's last scans, row by row.
  ///
  /// A lost or foreign findings file counts as none.
  package func findings(of account: AccountID) throws(StateError) -> [CheckID: [FindingRecord]] {
    [:]
  }

  /// Puts a scan's rows in place of older ones, keeps when each finding was first seen, and
  /// appends to the history.
  package func record(_ result: ScanResult) throws(StateError) -> State {
    State()
  }

  package func record(
    _ attestation: Attestation,
    in account: AccountID,
    _ partition: Partition
  ) throws(StateError) -> State {
    State()
  }
}

/// The content of `state.json`.
package struct State: Hashable, Sendable {
  package var accounts: [AccountID: AccountRecord] = [:]
  /// The account that was scanned or chosen last, to open with.
  package var currentAccount: AccountID?

  package init() {}
}
/// Why the state could not be read or written.
///

/// Why the state could not be read or written.
///
/// The file is left as it was.
package enum StateError: Error, Hashable, Sendable {
  case unreadable(path: String, detail: String)
  /// Not JSON, or not of this format.
  case damaged(path: String, detail: String)
  case newer(path: String, version: Int)
  case foreign(path: String)
  case unwritable(path: String, detail: String)
  /// Another program holds the lock for too long.
  case locked(path: String)
}
