import Domain

/// Says whether the region encrypts new EBS volumes without being asked.
///
/// Volumes that existed before the switch was turned stay as they are.
package struct GetEbsEncryptionByDefault: AWSOperation {
  package static let service = Service.ec2
  package static let name = "GetEbsEncryptionByDefault"
  package static let permission: Permission = "ec2:GetEbsEncryptionByDefault"

  package init() {}

  package func request() -> WireRequest {
    form()
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Bool {
    try result(of: answer).requiredBool("ebsEncryptionByDefault")
  }
}
