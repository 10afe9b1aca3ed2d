import Foundation
import Testing

@testable import AWSOperations

struct XMLElementValuesTests {
  private func element() throws -> XMLElement {
    let source = """
      <e><s>text</s><empty/><i>42</i><t>TRUE</t><f>false</f><d>2026-06-23T20:37:05Z</d>
      <l><m>1</m><m>2</m></l><none/><odd><m>1</m><x/></odd></e>
      """
    return try XMLDocument(Array(source.utf8)).root
  }

  @Test func readsEachKind() throws {
    let element = try element()
    #expect(element.string("s") == "text")
    #expect(try element.int("i") == 42)
    #expect(try element.bool("t") == true)
    #expect(try element.bool("f") == false)
    #expect(try element.date("d") == date("2026-06-23T20:37:05Z"))
  }

  @Test(arguments: ["missing", "empty"])
  func whatIsMissingOrEmptyIsNil(name: String) throws {
    let element = try element()
    let name: StaticString = name == "empty" ? "empty" : "missing"
    #expect(element.string(name) == nil)
    #expect(try element.int(name) == nil)
    #expect(try element.bool(name) == nil)
    #expect(try element.date(name) == nil)
    #expect(throws: Undecodable("e without \(name)")) { try element.requiredString(name) }
    #expect(throws: Undecodable("e without \(name)")) { try element.requiredBool(name) }
  }

  @Test func whatMakesNoSenseThrows() throws {
    let element = try element()
    #expect(throws: Undecodable("s is not a number: text")) { try element.int("s") }
    #expect(throws: Undecodable("s is not a truth value: text")) { try element.bool("s") }
    #expect(throws: Undecodable("s is not a time: text")) { try element.requiredDate("s") }
  }

  @Test func listsHoldOneKindOfEntry() throws {
    let element = try element()
    #expect(try element.list("l", of: "m") { $0.text } == ["1", "2"])
    #expect(try element.list("none", of: "m") { $0.text } == [])
    #expect(throws: Undecodable("e without missing")) {
      try element.list("missing", of: "m") { $0.text }
    }
    #expect(try element.optionalList("missing", of: "m") { $0.text } == [])
    #expect(throws: Undecodable("odd holds x instead of m")) {
      try element.optionalList("odd", of: "m") { $0.text }
    }
  }
}
