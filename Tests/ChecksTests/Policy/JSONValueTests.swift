import FoundationEssentials
import Testing

@testable import Checks

struct JSONValueTests {
  @Test func readsEveryKindAndWritesItCompactly() throws {
    let text = #"{"s": "a\"\\\n", "n": 1, "x": 1.5, "b": true, "z": null, "l": [1, "2", {}]}"#
    #expect(
      try value(text).text
        == #"{"b":true,"l":[1,"2",{}],"n":1,"s":"a\"\\\n","x":1.5,"z":null}"#
    )
  }

  @Test func aLoneValueIsAListOfOne() throws {
    #expect(try value(#""a""#).elements == [.string("a")])
    #expect(try value(#"["a", "b"]"#).elements == [.string("a"), .string("b")])
  }

  @Test func tellsBooleansFromNumbers() throws {
    #expect(try value("[true, 1, 0, false]").elements.map(\.scalar) == ["true", "1", "0", "false"])
  }

  private func value(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }
}
