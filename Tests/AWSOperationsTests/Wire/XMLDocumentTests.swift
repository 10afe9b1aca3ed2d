import Testing

@testable import AWSOperations

struct XMLDocumentTests {
  @Test func listsChildrenInOrder() throws {
    let root = try parse("<a><b>1</b><c/><b>2</b></a>")
    #expect(root.name == "a")
    #expect(root.children.map(\.name) == ["b", "c", "b"])
    #expect(root.children.map(\.text) == ["1", "", "2"])
  }

  @Test func namesAreLocalAndAttributesSkipped() throws {
    let root = try parse(
      #"<s:a xmlns:s="http://x" xmlns="http://y" k="&lt;&gt;"><s:b xsi:type="T">1</s:b></s:a>"#
    )
    #expect(root.isNamed("a"))
    #expect(root.children.map(\.name) == ["b"])
  }

  @Test func aNameIsNotItsPrefix() throws {
    let root = try parse("<item><itemSet/></item>")
    #expect(!root.isNamed("items"))
    #expect(!root.isNamed("ite"))
    #expect(!root.isNamed(""))
    #expect(root.child("item") == nil)
  }

  @Test(arguments: [
    ("web &lt;1&gt; &amp; &quot;&apos;", "web <1> & \"'"),
    ("&#26085;&#x672C;", "日本"),
    ("<![CDATA[<a>&amp;]]>", "<a>&amp;"),
    ("a<!-- <b> -->b<?pi x?>c", "abc"),
    ("  spaces stay \n", "  spaces stay \n"),
    ("a\r\nb", "a\nb"),
    ("データ\u{1F600}", "データ\u{1F600}"),
  ])
  func readsText(source: String, text: String) throws {
    #expect(try parse("<a>\(source)</a>").text == text)
  }

  @Test func textBetweenElementsIsDropped() throws {
    let root = try parse("<a>\n  <b>1</b>\n  rest <c>2</c>\n</a>\n")
    #expect(root.text == "")
    #expect(root.children.map(\.text) == ["1", "2"])
  }

  @Test func emptyAndSelfClosedAreTheSame() throws {
    for source in ["<a/>", "<a></a>", "<a />", "<a><!-- --></a>"] {
      let root = try parse(source)
      #expect(root.text == "")
      #expect(root.children.map(\.name) == [])
    }
  }

  @Test func readsOtherEncodings() throws {
    let utf8: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("<?xml version=\"1.0\"?><a>é</a>".utf8)
    #expect(try XMLDocument(utf8).root.text == "é")
    let utf16: [UInt8] =
      [0xFF, 0xFE]
      + "<a>é</a>".utf16.flatMap { unit -> [UInt8] in
        [UInt8(unit & 255), UInt8(unit >> 8)]
      }
    #expect(try XMLDocument(utf16).root.text == "é")
    let head = #"<?xml version="1.0" encoding="ISO-8859-1"?><a>"#
    #expect(try XMLDocument(Array(head.utf8) + [0xE9] + Array("</a>".utf8)).root.text == "é")
  }

  @Test func bytesThatAreNoTextAreRefused() {
    for bytes: [UInt8] in [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0x00]] {
      #expect(throws: Undecodable.self) {
        try XMLDocument(Array("<a>".utf8) + bytes + Array("</a>".utf8))
      }
    }
  }

  @Test(arguments: [
    "", " ", "text", "<a", "<a>", "<a><b></a>", "<a></b>", "<a/><b/>", "<a>&unknown;</a>",
    "<a x=1/>", "<a>&#0;</a>", "{}", "<a/>{}",
  ])
  func malformedIsRefused(source: String) {
    #expect(throws: Undecodable.self) { try parse(source) }
  }

  @Test func everyTruncationIsRefused() throws {
    let whole = try fixture("ec2.DescribeVpcs.xml").body
    let end = try #require(whole.lastIndex(of: UInt8(ascii: ">")))
    for count in 0...end {
      #expect(throws: Undecodable.self) { try XMLDocument(Array(whole.prefix(count))) }
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>",
    #"<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>"#,
    """
    <!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">]>
    <a>&y;&y;&y;</a>
    """,
  ])
  func aDoctypeIsRefused(source: String) {
    #expect(throws: Undecodable("XML with a DOCTYPE in line 1")) { try parse(source) }
  }

  @Test func depthHasALimit() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try parse(nested(64)).name == "a")
    #expect(throws: Undecodable("XML nested too deep in line 1")) { try parse(nested(65)) }
    #expect(throws: Undecodable.self) { try parse(nested(100_000)) }
  }

  @Test func saysTheLineOfAnError() {
    #expect(throws: Undecodable("bad XML: mismatched tag in line 3")) {
      try parse("<a>\n<b>\n</a>")
    }
  }

  @Test func anElementOutlivesItsDocument() throws {
    let element = try XMLDocument(Array("<a><b>1</b></a>".utf8)).root.child("b")
    #expect(element?.text == "1")
  }

  @Test func manySiblingsAreRead() throws {
    let items = (0..<20_000).map { "<i>\($0)</i>" }.joined()
    let root = try parse("<a>\(items)</a>")
    #expect(root.children.map(\.text) == (0..<20_000).map(String.init))
  }

  @discardableResult
  private func parse(_ source: String) throws(Undecodable) -> XMLElement {
    try XMLDocument(Array(source.utf8)).root
  }
}
