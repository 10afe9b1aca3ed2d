import Domain
import FoundationEssentials

/// Lists the key pairs of a region.
///
/// EC2 keeps only the public half; deleting one here removes it from no instance.
package struct DescribeKeyPairs: AWSOperation {
  package static let service = Service.ec2
  package static let name = "DescribeKeyPairs"
  package static let permission: Permission = "ec2:DescribeKeyPairs"

  package init() {}

  package func request() -> WireRequest {
    form()
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> [KeyPair] {
    try result(of: answer).list("keySet", of: "item", KeyPair.init)
  }
}

package struct KeyPair: Hashable, Sendable {
  package var id: String
  /// What instances refer to.
  package var name: String
  /// `rsa` or `ed25519`.
  package var type: String?
  /// Of an imported key, when it was imported.
  package var createdAt: Date?
  package var fingerprint: String?
  package var tags: [String: String] = [:]

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

extension KeyPair {
  fileprivate init(_ element: XMLElement) throws(Undecodable) {
    self.init(
      id: try element.requiredString("keyPairId"),
      name: try element.requiredString("keyName")
    )
    type = element.string("keyType")
    createdAt = try element.date("createTime")
    fingerprint = element.string("keyFingerprint")
    tags = try element.tags
  }
}
