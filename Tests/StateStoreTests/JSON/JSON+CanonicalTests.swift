import Domain
import Foundation
import TestSupport
import Testing

@testable import StateStore

struct JSONCanonicalTests {
  @Test func isTheSameForEveryOrderAndLayout() throws {
    let one = try JSON(parsing: Array(#"{"b":[1,2.50,{"y":null,"x":true}],"a":"é\n"}"#.utf8))
    let other = try JSON(
      parsing: Array(
        "{ \"a\" : \"\\u00e9\\u000a\",\n\"b\":[1, 2.50, {\"x\":true,\"y\":null} ] }".utf8
      )
    )
    let text = #"{"a":"é\n","b":[1,2.50,{"x":true,"y":null}]}"#
    #expect(String(decoding: one.canonical, as: UTF8.self) == text)
    #expect(one.canonical == other.canonical)
  }

  @Test func escapesOnlyWhatMustBe() {
    let text = "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F} \"\\/\u{7F}\u{2028}\u{202E}\u{1F511}鍵"
    let canonical = #""\u0000\b\t\n\u000b\f\r\u001f \"\\/"# + "\u{7F}\u{2028}\u{202E}\u{1F511}鍵\""
    #expect(JSON.string(text).canonical == Array(canonical.utf8))
  }

  @Test func sortsByCodePoints() {
    let keys = ["\u{1F511}", "\u{FF5E}", "é", "e\u{301}x", "z", "Z", "", "10", "9"]
    let json = JSON.object(Dictionary(uniqueKeysWithValues: keys.map { ($0, .null) }))
    let sorted = ["", "10", "9", "Z", "e\u{301}x", "z", "é", "\u{FF5E}", "\u{1F511}"]
    let text = "{" + sorted.map { "\"\($0)\":null" }.joined(separator: ",") + "}"
    #expect(json.canonical == Array(text.utf8))
  }

  /// An independent program comes to the same digests of a saved log.
  @Test func anotherLanguageComesToTheSameDigests() async throws {
    let folder = try Folder()
    for id in ["1", "2"] {
      _ = try folder.store().record(
        .sample(id, note: "鍵 \u{1F511} \"x\"\\\t\u{1}\u{7F}"),
        in: account,
        .aws
      )
    }
    let output = try await PythonScript("-c", [Self.script, folder.state]).result()
    #expect(output.text == "True True\n")
  }

  private static let script = """
    import hashlib, json, sys
    account = json.load(open(sys.argv[1], encoding="utf-8"))["accounts"]["111122223333"]
    def digest(value):
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()
    previous = digest({"format": "ascheck-log", "account": "111122223333"})
    whole = []
    for entry in account["log"]:
        sealed = entry.pop("digest")
        whole.append(entry["previous"] == previous and digest(entry) == sealed)
        previous = sealed
    print(*whole)
    """
}
