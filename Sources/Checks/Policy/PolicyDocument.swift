import FoundationEssentials

/// A policy of IAM or S3, as the statements it makes.
struct PolicyDocument: Hashable {
  let statements: [PolicyStatement]

  /// Why a text is no policy.
  struct Unreadable: Error, Hashable {
    let detail: String
  }

  /// Reads plain and percent-encoded text: AWS encodes the documents of IAM and not those of S3,
  /// and emulators mix both in one answer.
  init(_ text: String) throws(Unreadable) {
    let json = try Self.json(in: text)
    let document: JSONValue
    do {
      document = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
    } catch {
      throw Unreadable(detail: "the policy is not JSON")
    }
    guard let members = document.members else {
      throw Unreadable(detail: "the policy is not a JSON object")
    }
    var statements: [PolicyStatement] = []
    for element in PolicyStatement.values(of: "Statement", in: members).flatMap(\.elements) {
      guard let members = element.members else {
        throw Unreadable(detail: "a statement of the policy is not a JSON object")
      }
      statements.append(PolicyStatement(members))
    }
    self.statements = statements
  }

  private static func json(in text: String) throws(Unreadable) -> String {
    if text.first(where: { !$0.isWhitespace }) == "{" { return text }
    guard let decoded = PercentEncoding.decoded(text) else {
      throw Unreadable(detail: "the policy is not percent-encoded text")
    }
    return decoded
  }

  var hasDeny: Bool {
    statements.contains { $0.effect == "Deny" }
  }
}

/// One statement of a policy.
///
/// Element names count in any case, though AWS writes them one way only: overlooking a permission
/// would be worse than seeing one too many.
struct PolicyStatement: Hashable {
  let members: [String: JSONValue]

  init(_ members: [String: JSONValue]) {
    self.members = members
  }

  static func values(of name: String, in members: [String: JSONValue]) -> [JSONValue] {
    members.filter { $0.key.lowercased() == name.lowercased() }.map(\.value)
  }

  func element(_ name: String) -> JSONValue? {
    Self.values(of: name, in: members).first
  }

  /// An element that is a string or a list of strings; `nil` when it is absent.
  private func strings(_ name: String) -> [String]? {
    let values = Self.values(of: name, in: members)
    return values.isEmpty ? nil : values.flatMap(\.elements).compactMap(\.scalar)
  }

  var sid: String? { element("Sid")?.scalar }
  var effect: String? { element("Effect")?.scalar }
  /// Any other spelling of the word allows nothing.
  var isAllow: Bool { effect == "Allow" }
  var actions: [String]? { strings("Action") }
  var notActions: [String]? { strings("NotAction") }
  var resources: [String]? { strings("Resource") }
  var notResources: [String]? { strings("NotResource") }

  /// An empty condition is none.
  var condition: JSONValue? {
    guard let condition = element("Condition"), condition.members?.isEmpty != true else {
      return nil
    }
    return condition
  }

  /// What decides whom and what the statement lets in, as compact JSON.
  var summary: String {
    let names = [
      "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ]
    let shown = names.compactMap { name in element(name).map { (name, $0) } }
    return JSONValue.object(Dictionary(shown) { first, _ in first }).text
  }
}
