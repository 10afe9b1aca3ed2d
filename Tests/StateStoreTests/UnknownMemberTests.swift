import Domain
import Foundation
import Testing

@testable import StateStore

/// A later program's members survive what this one writes.
struct UnknownMemberTests {
  @Test func surviveAtEveryLevel() throws {
    let folder = try Folder()
    let store = folder.store()
    _ = try store.record(.sample(["ASC 07": [.volume("a")]]))
    _ = try store.record(.sample("1"), in: account, .aws)
    var tree = try JSON(parsing: folder.bytes())
    mark(&tree)
    mark(&tree[member: "accounts"][member: account.digits])
    mark(&tree[member: "accounts"][member: account.digits][member: "rows"][member: "ASC 07"])
    mark(&tree[member: "accounts"][member: account.digits][member: "lastScan"])
    mark(&tree[member: "accounts"][member: account.digits][member: "findings"])
    mark(&tree[member: "accounts"][member: account.digits][elements: "log"][0])
    mark(&tree[member: "accounts"][member: account.digits][elements: "history"][0])
    tree[member: "accounts"][member: account.digits][elements: "history"].append(
      .object(["kind": .string("exception"), "until": .number(3)])
    )
    try folder.write(String(decoding: tree.text, as: UTF8.self))

    _ = try store.record(.sample(["ASC 07": [.volume("a", .pass)]], minutes: 5))
    _ = try store.record(.sample("2"), in: account, .aws)

    let text = try folder.text()
    let marks = text.split(separator: #""later": "#).dropFirst()
    #expect(marks.count == 7)
    #expect(marks.allSatisfy { $0.hasPrefix("123456789012345678901234567890.50") })
    #expect(text.contains(#"{"kind": "exception", "until": 3}"#))
    #expect(try store.load().accounts[account]?.rows["ASC 07"]?.status == .pass)
  }

  private func mark(_ object: inout JSON) {
    object.set("later", .number("123456789012345678901234567890.50"))
  }
}
