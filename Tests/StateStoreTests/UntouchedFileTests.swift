import Domain
import Foundation
import Testing

@testable import StateStore

/// What is not ours to understand is refused with its place, and stays byte for byte.
struct UntouchedFileTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test(arguments: [
    ("", "1:1"),
    ("{\n  \"format\": oops\n}", "2:13"),
    (#"{"format":"ascheck-state","version":1"#, "1:38"),
    (#"{"format":"ascheck-state","format":"ascheck-state"}"#, "1:27"),
    (#"{"format":"ascheck-state","version":"1"}"#, "version"),
    (#"{"format":"ascheck-state","version":0}"#, "version"),
    (#"{"format":"ascheck-state","version":2}"#, "revision"),
    (#"{"format":"ascheck-state","version":1,"revision":1}"#, "accounts"),
    (
      #"{"format":"ascheck-state","version":1,"revision":1,"accounts":{"../x":{}}}"#,
      "accounts.../x"
    ),
    (
      #"{"format":"ascheck-state","version":1,"revision":1,"accounts":{"1":{"partition":"x"}}}"#,
      "accounts.1.partition"
    ),
    (
      """
      {"format":"ascheck-state","version":1,"revision":1,"accounts":{"1":{"partition":"aws",\
      "rows":{"ASC 07":{"checkedAt":"yesterday","duration":1}}}}}
      """, "accounts.1.rows.ASC 07.checkedAt"
    ),
    (
      """
      {"format":"ascheck-state","version":1,"revision":1,"accounts":{"1":{"partition":"aws",\
      "attestations":[{"id":"1","row":"ASC 09","outcome":"perhaps"}]}}}
      """, "accounts.1.log.0.outcome"
    ),
    (
      """
      {"format":"ascheck-state","version":1,"revision":1,"accounts":{"1":{"partition":"aws",\
      "findings":{"file":"../passwd","sha256":"","count":1}}}}
      """, "accounts.1.findings.file"
    ),
  ])
  func aDamagedFileIsRefusedWithThePlace(_ text: String, _ place: String) throws {
    try expectRefusal(of: text, with: .damaged(path: folder.state, detail: place))
  }

  @Test func bytesThatAreNotUTF8AreDamage() throws {
    let bytes = Array(#"{"format":"ascheck-state","note":""#.utf8) + [0xFF] + Array("\"}".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.state))
    #expect(throws: StateError.damaged(path: folder.state, detail: "1:35")) {
      try folder.store().load()
    }
  }

  @Test func aNewerFileIsRefused() throws {
    try expectRefusal(
      of: #"{"format":"ascheck-state","version":3,"accounts":[]}"#,
      with: .newer(path: folder.state, version: 3)
    )
  }

  @Test(arguments: ["{}", "[1, 2]", "7", #"{"format":"terraform"}"#])
  func anothersFileIsRefused(_ text: String) throws {
    try expectRefusal(of: text, with: .foreign(path: folder.state))
  }

  @Test func aBottomlessDocumentIsRefused() throws {
    let text = String(repeating: "[", count: 100_000)
    try expectRefusal(of: text, with: .damaged(path: folder.state, detail: "1:129"))
  }

  private func expectRefusal(of text: String, with error: StateError) throws {
    try folder.write(text)
    let store = folder.store()
    #expect(throws: error) { try store.load() }
    #expect(throws: error) { try store.savedFindings(of: account) }
    #expect(throws: error) { try store.record(.sample(["ASC 07": [.volume("a")]])) }
    #expect(throws: error) { try store.record(.sample("1"), in: account, .aws) }
    #expect(throws: error) { try store.choose(account) }
    #expect(try folder.text() == text)
    #expect(try folder.names() == ["state.json", "state.json.lock", "state.json.turn"])
  }
}
