/// Parts that EC2's answers have in common.
extension PagedOperation {
  static func page(
    of list: StaticString,
    in answer: WireAnswer,
    _ read: (XMLElement) throws(Undecodable) -> Item
  ) throws(Undecodable) -> Page<Item> {
    let result = try result(of: answer)
    return Page(
      items: try result.list(list, of: "item", read),
      nextToken: result.string("nextToken")
    )
  }
}

extension XMLElement {
  var tags: [String: String] {
    get throws(Undecodable) {
      let pairs = try optionalList("tagSet", of: "item") { tag throws(Undecodable) in
        (try tag.requiredString("key"), tag.string("value") ?? "")
      }
      return Dictionary(pairs) { $1 }
    }
  }

  /// The service that manages the resource, which the account's owner then cannot change.
  var managingService: String? {
    get throws(Undecodable) {
      guard let manager = child("operator"), try manager.bool("managed") == true else {
        return nil
      }
      return manager.string("principal") ?? "amazonaws.com"
    }
  }
}
