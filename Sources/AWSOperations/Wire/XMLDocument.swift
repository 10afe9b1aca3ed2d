import CXML

/// A parsed XML answer, as a flat table of elements.
///
/// Elements are handles into the table: finding a child compares bytes, and makes no string until
/// one is asked for. Namespaces and attributes are left out, as nothing AWS answers needs them.
final class XMLDocument {
  fileprivate let nodes: UnsafeBufferPointer<xml_node>
  fileprivate let text: UnsafeRawBufferPointer
  private var document: xml_document

  /// Refuses what is truncated, nested deeper than 64, or has a DOCTYPE.
  init(_ bytes: [UInt8]) throws(Undecodable) {
    var document = xml_document()
    var detail: UnsafePointer<CChar>?
    var line: UInt64 = 0
    let status = xml_parse(bytes, bytes.count, &document, &detail, &line)
    guard status == xml_parsed else {
      xml_free(&document)
      throw Undecodable("\(Self.reason(for: status, detail)) in line \(line)")
    }
    self.document = document
    nodes = UnsafeBufferPointer(start: document.nodes, count: Int(document.node_count))
    text = UnsafeRawBufferPointer(start: document.text, count: Int(document.text_count))
  }

  deinit {
    xml_free(&document)
  }

  var root: XMLElement { XMLElement(document: self, index: 0) }

  private static func reason(for status: xml_status, _ detail: UnsafePointer<CChar>?) -> String {
    switch status {
    case xml_doctype: "XML with a DOCTYPE"
    case xml_too_deep: "XML nested too deep"
    case xml_too_large: "XML of more than a gigabyte"
    case xml_out_of_memory: "no memory left for XML"
    default: "bad XML: \(detail.map { String(cString: $0) } ?? "")"
    }
  }
}

/// One element of a document.
struct XMLElement {
  fileprivate let document: XMLDocument
  fileprivate let index: UInt32

  private var node: xml_node { document.nodes[Int(index)] }

  var name: String { string(node.name_start, node.name_length) }

  /// The character data of an element without children, untrimmed; empty for others.
  var text: String { string(node.text_start, node.text_length) }

  var children: Children { Children(document: document, index: node.first_child) }

  func isNamed(_ name: StaticString) -> Bool {
    let node = node
    guard Int(node.name_length) == name.utf8CodeUnitCount else { return false }
    let bytes = document.text[Int(node.name_start)...].prefix(Int(node.name_length))
    return bytes.elementsEqual(UnsafeRawBufferPointer(start: name.utf8Start, count: bytes.count))
  }

  private func string(_ start: UInt32, _ length: UInt32) -> String {
    let range = Int(start)..<Int(start) + Int(length)
    return String(decoding: document.text[range], as: UTF8.self)
  }

  struct Children: Sequence, IteratorProtocol {
    fileprivate let document: XMLDocument
    fileprivate var index: UInt32

    mutating func next() -> XMLElement? {
      guard index != 0 else { return nil }
      defer { index = document.nodes[Int(index)].next_sibling }
      return XMLElement(document: document, index: index)
    }
  }
}
