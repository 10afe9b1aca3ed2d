import Checks
import Domain
import FoundationEssentials
import Scanner
import StateStore

extension Effects {
  /// What effects need of the world.
  package struct Dependencies: Sendable {
    package typealias Scan =
      @Sendable (
        [Check], EvidenceRequest, ScanControl, @escaping @Sendable (ScanEvent) -> Void
      ) async throws -> ScanResult

    package typealias Rescan =
      @Sendable (UnitScope, FindingTarget) async throws -> UnitScan

    package var scan: Scan
    package var rescan: Rescan
    package var recordScan: @Sendable (ScanResult) throws -> State
    /// Appends what people decided, all of it or nothing.
    package var recordEntries: @Sendable ([LogEntry], AccountID, Partition) throws -> State
    package var memories: @Sendable (AccountID) throws -> [CheckID: RowMemory]
    /// Puts a text on the clipboard.
    package var copy: @Sendable (String) -> Copied.Way
    /// Shows an address in a browser; false where there is none.
    package var browse: @Sendable (String) -> Bool
    /// Writes down how the screen was left.
    package var saveView: @Sendable (SavedView) throws -> Void
    package var load: @Sendable () throws -> State
    package var accounts = AccountSwitch.none
    package var codes = CodeQuestions()
    /// Puts rows into a file, and says where that is.
    package var export: @Sendable (Writing) throws -> String = { $0.name }
    /// Tells from now on whenever the state file is replaced; false when it cannot be watched yet.
    package var watch: @Sendable (_ onChange: @escaping @Sendable () -> Void) -> Bool
    package var now: @Sendable () -> Date
    /// A name no other attestation has.
    package var newID: @Sendable () -> String
    /// The words for whatever was thrown.
    package var explain: @Sendable (any Error) -> Problem

    package init(
      scan: @escaping Scan,
      rescan: @escaping Rescan,
      recordScan: @escaping @Sendable (ScanResult) throws -> State,
      recordEntries: @escaping @Sendable ([LogEntry], AccountID, Partition) throws -> State,
      memories: @escaping @Sendable (AccountID) throws -> [CheckID: RowMemory],
      copy: @escaping @Sendable (String) -> Copied.Way,
      browse: @escaping @Sendable (String) -> Bool,
      saveView: @escaping @Sendable (SavedView) throws -> Void,
      load: @escaping @Sendable () throws -> State,
      watch: @escaping @Sendable (_ onChange: @escaping @Sendable () -> Void) -> Bool,
      now: @escaping @Sendable () -> Date,
      newID: @escaping @Sendable () -> String,
      explain: @escaping @Sendable (any Error) -> Problem
    ) {
      self.scan = scan
      self.rescan = rescan
      self.recordScan = recordScan
      self.recordEntries = recordEntries
      self.memories = memories
      self.copy = copy
      self.browse = browse
      self.saveView = saveView
      self.load = load
      self.watch = watch
      self.now = now
      self.newID = newID
      self.explain = explain
    }
  }
}
