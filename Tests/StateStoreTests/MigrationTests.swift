import Domain
import Testing

@testable import StateStore

struct MigrationTests {
  /// A format of the future, in which the first one's "people" became "accounts".
  private let third = StateFormat(
    version: 3,
    migrations: [
      Migration(name: "accounts instead of people", from: 1) { tree throws(JSONField.Misshapen) in
        guard case .object = tree[member: "people"] else {
          throw JSONField.Misshapen(place: "people")
        }
        tree.set("accounts", tree[member: "people"])
        tree.set("people", nil)
      },
      Migration(name: "count from ten", from: 2) { tree in tree.set("revision", .number(10)) },
    ]
  )

  @Test func leadsAnOldFileThroughEveryStep() throws {
    let text = #"{"format":"ascheck-state","version":1,"people":{"1":{"partition":"aws"}},"x":1}"#
    let file = try StateFile(Array(text.utf8), path: "", format: third)
    #expect(file.state.revision == 10)
    #expect(file.state.accounts.keys.map(\.digits) == ["1"])
    #expect(file.tree[member: "version"] == .number(3))
    #expect(file.tree[member: "x"] == .number(1))
  }

  @Test func aMigrationThatDoesNotFitIsDamage() {
    let text = #"{"format":"ascheck-state","version":1,"people":[]}"#
    #expect(throws: StateError.damaged(path: "/s", detail: "people")) {
      try StateFile(Array(text.utf8), path: "/s", format: third)
    }
  }

  @Test func theCurrentFormatKnowsTheWayFromEveryOlderOne() {
    let steps = StateFormat.current.migrations.map(\.from)
    #expect(steps == Array(1..<StateFormat.current.version))
  }
}
