import Domain
import Foundation
import Testing

@testable import StateStore

struct StateStoreTests {
  @Test(arguments: [
    SignInWay.profile("audit"), .environment, .role(NamedRoleWay("audit")),
    .role(NamedRoleWay("audit", externalID: "x", profile: "base")), nil,
  ])
  func howAScanSignedInIsKept(_ way: SignInWay?) throws {
    let folder = try Folder()
    var result = ScanResult.sample(["ASC 07": [.volume("a")]])
    result.summary.way = way
    _ = try folder.store().record(result)
    #expect(try folder.store().load().accounts[account]?.lastScan?.way == way)
  }

  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test func withoutAFileThereIsAnEmptyStateAndNothingIsMade() throws {
    #expect(try folder.store().load() == State())
    #expect(try folder.store().savedFindings(of: account) == SavedFindings())
    #expect(try folder.names() == [])
  }

  @Test func keepsAScan() throws {
    let returned = try folder.store().record(
      .sample(["ASC 07": [.volume("a"), .volume("b", .pass)]])
    )
    let state = try folder.store().load()
    #expect(state == returned)
    let record = try #require(state.accounts[account])
    #expect(record.rows["ASC 07"]?.counts.alert == 1)
    #expect(record.rows["ASC 07"]?.duration == 2.412)
    #expect(record.lastScan?.calls == 42)
    #expect(record.history.count == 1)
    #expect(state.currentAccount == account)
    let findings = try folder.store().findings(of: account)
    #expect(findings["ASC 07"]?.map(\.finding) == [.volume("a"), .volume("b", .pass)])
  }

  @Test func replacesOnlyTheRowsOfTheScan() throws {
    let store = folder.store()
    _ = try store.record(.sample(["ASC 07": [.volume("a")], "ASC 12": [.volume("x")]]))
    let state = try store.record(.sample(["ASC 07": [.volume("b", .pass)]], minutes: 1))
    #expect(state.accounts[account]?.rows["ASC 07"]?.status == .pass)
    #expect(state.accounts[account]?.rows["ASC 12"]?.status == .alert)
    let findings = try store.findings(of: account)
    #expect(findings["ASC 07"]?.map(\.finding) == [.volume("b", .pass)])
    #expect(findings["ASC 12"]?.map(\.finding) == [.volume("x")])
  }

  @Test func remembersSinceWhenAFindingIsThere() throws {
    let store = folder.store()
    _ = try store.record(.sample(["ASC 07": [.volume("a")]]))
    _ = try store.record(.sample(["ASC 07": [.volume("new"), .volume("a")]], minutes: 10))
    let records = try #require(try store.findings(of: account)["ASC 07"])
    let first = noon.addingTimeInterval(4)
    let second = noon.addingTimeInterval(604)
    #expect(records.map(\.firstSeen) == [second, first])
    #expect(records.map(\.lastSeen) == [second, second])
    #expect(records.map(\.scans) == [1, 2])
    #expect(records[1].id == Finding.volume("a").id(row: "ASC 07", account: account))
  }

  @Test func keepsEveryWordOfAnAttestation() throws {
    let returned = try folder.store().record(.sample("1"), in: account, .china)
    let state = try folder.store().load()
    #expect(state == returned)
    let record = try #require(state.accounts[account])
    #expect(record.attestations == [.sample("1")])
    #expect(record.partition == .china)
    #expect(record.log == Log([.attestation(.sample("1"))]))
  }

  @Test func anAttestationThatIsAlreadyThereChangesNothing() throws {
    _ = try folder.store().record(.sample("1"), in: account, .aws)
    let before = try folder.bytes()
    _ = try folder.store().record(.sample("1", note: "another"), in: account, .aws)
    #expect(try folder.bytes() == before)
  }

  @Test func accountsAreNeverMixed() throws {
    let store = folder.store()
    _ = try store.record(.sample(["ASC 07": [.volume("a")]]))
    let other: AccountID = "444455556666"
    let state = try store.record(.sample(["ASC 07": [.volume("b")]], account: other))
    #expect(state.accounts.keys.sorted() == [account, other])
    #expect(state.currentAccount == other)
    #expect(try store.findings(of: account)["ASC 07"]?.map(\.finding) == [.volume("a")])
    #expect(try store.findings(of: other)["ASC 07"]?.map(\.finding) == [.volume("b")])
    #expect(try store.choose(account).currentAccount == account)
  }

  @Test func everyWriteRaisesTheRevision() throws {
    let store = folder.store()
    #expect(try store.record(.sample("1"), in: account, .aws).revision == 1)
    #expect(try store.record(.sample("2"), in: account, .aws).revision == 2)
    #expect(try store.load().revision == 2)
  }

  @Test func readsOneRowAlone() throws {
    let store = folder.store()
    _ = try store.record(.sample(["ASC 07": [.volume("a")], "ASC 12": [.volume("x")]]))
    let findings = try store.savedFindings(of: account, row: "ASC 12")
    #expect(findings.rows.mapValues { $0.map(\.finding) } == ["ASC 12": [.volume("x")]])
  }

  @Test func onlyTheOwnerMayLook() throws {
    let store = StateStore(
      path: "\(folder.path)/deep/down/state.json",
      reason: Reason.init(unknownCode:)
    )
    _ = try store.record(.sample(["ASC 07": [.volume("a")]]))
    #expect(try folder.mode("deep") == 0o700)
    #expect(try folder.mode("deep/down") == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/deep/down") {
      #expect(try folder.mode("deep/down/\(name)") == 0o600, "\(name)")
    }
  }

  @Test(arguments: [(0o644, 0o640), (0o660, 0o660), (0o400, 0o600), (0o777, 0o660)])
  func aGroupThatWasLetInStaysAndAllOthersNever(_ before: Int, _ after: Int) throws {
    _ = try folder.store().record(.sample("1"), in: account, .aws)
    try FileManager.default.setAttributes([.posixPermissions: before], ofItemAtPath: folder.state)
    _ = try folder.store().record(.sample(["ASC 07": [.volume("a")]]))
    #expect(try folder.mode("state.json") == after)
    let findings = try #require(try folder.findingsName())
    #expect(try folder.mode(findings) == after)
  }

  @Test func aSymbolicLinkIsFollowedAndStays() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/real",
      withIntermediateDirectories: false
    )
    try FileManager.default.createSymbolicLink(
      atPath: folder.state,
      withDestinationPath: "real/kept"
    )
    _ = try folder.store().record(.sample(["ASC 07": [.volume("a")]]))
    _ = try folder.store().record(.sample("1"), in: account, .aws)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.state) == "real/kept")
    #expect(try folder.names() == ["real", "state.json"])
    #expect(try folder.store().findings(of: account)["ASC 07"]?.count == 1)
    #expect(try folder.store().load().accounts[account]?.attestations.count == 1)
  }

  @Test func aCircleOfLinksIsRefused() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.state,
      withDestinationPath: "state.json"
    )
    let words = FileSystem.Failure(code: ELOOP).words
    #expect(throws: StateError.unwritable(path: folder.state, detail: words)) {
      try folder.store().record(.sample("1"), in: account, .aws)
    }
  }

  @Test func aFolderIsNotAStateFile() throws {
    let words = FileSystem.Failure(code: EISDIR).words
    let store = StateStore(path: folder.path, reason: Reason.init(unknownCode:))
    #expect(throws: StateError.unreadable(path: folder.path, detail: words)) { try store.load() }
  }

  @Test func aPlaceThatCannotBeWrittenIsSaid() throws {
    let store = StateStore(path: "/proc/ascheck/state.json", reason: Reason.init(unknownCode:))
    #expect { try store.record(.sample("1"), in: account, .aws) } throws: { error in
      guard case .unwritable("/proc/ascheck/state.json", _) = error as? StateError else {
        return false
      }
      return true
    }
  }
}
