import Foundation
import Testing

@testable import AWSOperations

struct JSONRequestTests {
  @Test func writesEveryKindOfValue() {
    let request = DescribeTrails().json([
      "s": .string("a"), "l": .strings(["a", "b"]), "i": 3, "b": false, "none": nil,
    ])
    #expect(request.text == #"{"s":"a","l":["a","b"],"i":3,"b":false}"#)
  }

  @Test func anEmptyRequestIsAnObject() {
    #expect(DescribeTrails().json().text == "{}")
  }

  @Test(arguments: ["", "日本\u{1F600}", "a\"b\\c/d", "\u{0}\u{1}\t\n\r\u{1f}\u{7f}"])
  func whatItWritesReadsBack(text: String) throws {
    let data = Data(JSONValue.strings([text]).text.utf8)
    #expect(try JSONDecoder().decode([String].self, from: data) == [text])
  }
}
