extension AWSOperation {
  /// The root element, which must have the name the operation's answers have.
  ///
  /// The check matters: an endpoint that does not know a sub-resource answers 200 with something
  /// else, such as the bucket's listing, in which everything asked for would seem absent.
  static func root(
    _ name: String,
    of answer: WireAnswer
  ) throws(Undecodable) -> XMLElement {
    try root([name], of: answer)
  }

  /// The root of S3 Control's answers about access points: `…Result` at AWS, `…Response` elsewhere.
  static func accessPointResult(of answer: WireAnswer) throws(Undecodable) -> XMLElement {
    try root(["\(name)Result", "\(name)Response"], of: answer)
  }

  /// What holds the output in the Query and EC2 dialects.
  static func result(of answer: WireAnswer) throws(Undecodable) -> XMLElement {
    let root = try root(["\(name)Response"], of: answer)
    guard case .query = service.dialect else { return root }
    guard let result = root.children.first(where: { $0.name == "\(name)Result" }) else {
      throw Undecodable("\(root.name) without \(name)Result")
    }
    return result
  }

  /// As above, of several names.
  static func root(
    _ names: [String],
    of answer: WireAnswer
  ) throws(Undecodable) -> XMLElement {
    let root = try XMLDocument(answer.body).root
    guard names.contains(root.name) else {
      throw Undecodable("\(root.name) instead of \(names[0])", isOfAnotherOperation: true)
    }
    return root
  }
}
