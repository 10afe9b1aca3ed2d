extension AWSOperation {
  /// The root element, which must have the name the operation's answers have.
  ///
  /// The check matters: an endpoint that does not know a sub-resource answers 200 with something
  /// else, such as the bucket's listing, in which everything asked for would seem absent.
  static func root(
    _ name: StaticString,
    of answer: WireAnswer
  ) throws(Undecodable) -> XMLElement {
    let root = try XMLDocument(answer.body).root
    guard root.isNamed(name) else {
      throw Undecodable("not implemented by the endpoint: \(root.name) instead of \(name)")
    }
    return root
  }

  /// What holds the output in the Query and EC2 dialects.
  static func result(of answer: WireAnswer) throws(Undecodable) -> XMLElement {
    let root = try XMLDocument(answer.body).root
    guard root.name == "\(name)Response" else {
      throw Undecodable("not implemented by the endpoint: \(root.name) instead of \(name)Response")
    }
    guard case .query = service.dialect else { return root }
    guard let result = root.children.first(where: { $0.name == "\(name)Result" }) else {
      throw Undecodable("\(root.name) without \(name)Result")
    }
    return result
  }
}
