import Domain
import Foundation
import Testing

@testable import StateStore

/// Whatever is done to a saved log is found, and the entry named.
struct LogAuditTests {
  /// An account with seven entries, of every kind and of both formats.
  private let whole: JSON
  private let entries: [JSON]

  init() throws {
    let folder = try Folder()
    try folder.write(String(decoding: try Fixture.bytes("state.version-1"), as: UTF8.self))
    let store = folder.store()
    _ = try store.record(.sample("a"), in: account, .aws)
    _ = try store.record(.withdrawal(.sample("b", of: "a")), in: account, .aws)
    _ = try store.record(.exception(.sample("c", .findings([.sample("a")]))), in: account, .aws)
    _ = try store.record(.exception(.sample("d", .pattern(.sample))), in: account, .aws)
    _ = try store.record(.renewal(.sample("e", of: "d")), in: account, .aws)
    _ = try store.record(.ending(.sample("f", of: "c")), in: account, .aws)
    whole = try JSON(parsing: folder.bytes())[member: "accounts"][member: account.digits]
    entries = whole[elements: "log"]
    try #require(entries.count == 7)
  }

  @Test func aLogAsItWasWrittenHasNoFaults() {
    let verification = verification(of: whole)
    #expect(verification.faults == [])
    #expect(verification.count == 7)
    #expect(verification.migrated == 1)
    #expect(verification.digest.count == 64)
  }

  @Test func anEmptyLogHasNoFaults() {
    #expect(verification(of: .object([:])).faults == [])
  }

  @Test func everyChangeOfEveryMemberIsNamed() {
    for (index, entry) in entries.enumerated() {
      guard case .object(let members) = entry else { continue }
      for key in members.keys {
        for value: JSON? in [nil, .string("another"), .number(9), .null] {
          var changed = entry
          changed.set(key, value)
          expect(.edited(place(index, changed)), in: entries.replacing(index, changed), key)
        }
      }
      var longer = entry
      longer.set("added", .bool(true))
      expect(.edited(place(index, longer)), in: entries.replacing(index, longer), "added")
    }
  }

  /// Two strings that Swift holds for equal are different bytes.
  @Test func anotherWayOfWritingTheSameCharacterIsAChange() throws {
    let chain = chain([.object(["id": .string("1"), "note": .string("caf\u{E9}")])])
    var account = chain
    account[elements: "log"][0].set("note", .string("cafe\u{301}"))
    #expect(verification(of: chain).faults == [])
    #expect(verification(of: account).faults == [.edited(.init(position: 1, id: "1"))])
  }

  @Test func everyRemovalIsNamed() {
    for index in entries.indices {
      var log = entries
      log.remove(at: index)
      expect(.missing(index + 1), in: log, "\(index)")
    }
    #expect(verification(of: holding([])).faults == (1...7).map(LogFault.missing))
    for count in 1..<entries.count {
      expect(.missing(1), in: Array(entries.dropFirst(count)), "first \(count)")
      expect(.missing(7), in: Array(entries.dropLast(count)), "last \(count)")
    }
  }

  @Test func everySwapIsNamed() {
    for first in entries.indices {
      for second in entries.indices where first < second {
        var log = entries
        log.swapAt(first, second)
        let faults = verification(of: holding(log)).faults
        #expect(faults.contains(.moved(place(second, entries[first]))), "\(first) \(second)")
      }
    }
  }

  @Test func everyCopyIsNamed() {
    for index in entries.indices {
      let log = entries + [entries[index]]
      expect(.moved(place(7, entries[index])), in: log, "\(index)")
    }
  }

  /// Someone who knows the format writes an entry and its digest anew, but not those after it.
  @Test func anEntryWithADigestThatFitsIsFoundByItsNeighbour() {
    for index in entries.indices {
      var forged = entries[index]
      forged.set("note", .string("forged"))
      forged.set("digest", .string(LogChain.digest(of: forged)))
      let fault: LogFault =
        index == 6 ? .endDiffers : .unlinked(place(index + 1, entries[index + 1]))
      expect(fault, in: entries.replacing(index, forged), "\(index)")
    }
  }

  @Test func whatIsDoneToTheEndIsNamed() {
    #expect(verification(of: with(end: nil)).faults == [.endLost])
    #expect(verification(of: with(end: .string("x"))).faults == [.endLost])
    var end = whole[member: "logEnd"]
    end.set("number", .number(6))
    #expect(verification(of: with(end: end)).faults == [.endDiffers])
    end.set("number", .number(8))
    #expect(verification(of: with(end: end)).faults == [.missing(8)])
    end.merge(["number": .number(7), "digest": .string("0")])
    #expect(verification(of: with(end: end)).faults == [.endDiffers])
  }

  @Test func theLogOfAnotherAccountIsFound() {
    let faults = LogAudit(of: whole, "444455556666").verification.faults
    #expect(faults == [.unlinked(place(0, entries[0]))])
  }

  @Test func appendingMendsNothing() {
    for log in [Array(entries.dropLast()), Array(entries.dropFirst()), Array(entries.reversed())] {
      var damaged = holding(log)
      var chain = LogChain(of: damaged, owner)
      chain.append(.object(["id": .string("later")]))
      chain.write(to: &damaged)
      #expect(verification(of: damaged).faults != [])
    }
  }
}

private let owner: AccountID = "111122223333"

extension LogAuditTests {
  private func verification(of json: JSON) -> LogVerification {
    LogAudit(of: json, owner).verification
  }

  private func holding(_ log: [JSON]) -> JSON {
    var account = whole
    account[elements: "log"] = log
    return account
  }

  private func with(end: JSON?) -> JSON {
    var account = whole
    account.set("logEnd", end)
    return account
  }

  private func chain(_ entries: [JSON]) -> JSON {
    var account = JSON.object([:])
    var chain = LogChain(of: account, owner)
    for entry in entries { chain.append(entry) }
    chain.write(to: &account)
    return account
  }

  private func place(_ index: Int, _ entry: JSON) -> LogFault.Place {
    let id = if case .string(let id) = entry[member: "id"] { id } else { "" }
    return LogFault.Place(position: index + 1, id: id)
  }

  private func expect(_ fault: LogFault, in log: [JSON], _ what: String) {
    let faults = verification(of: holding(log)).faults
    #expect(faults.contains(fault), "\(what): \(faults)")
  }
}

extension [JSON] {
  fileprivate func replacing(_ index: Int, _ element: JSON) -> Self {
    var copy = self
    copy[index] = element
    return copy
  }
}
