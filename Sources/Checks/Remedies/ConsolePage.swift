import Domain

/// Where the AWS console shows a resource.
package enum ConsolePage {
  /// `nil` for what has no page, and in partitions whose console's address is not public.
  ///
  /// The account is whoever is signed in: the console's addresses do not name it.
  package static func url(of resource: Resource) -> String? {
    guard let arn = ARN(resource.arn), let domain = domain(of: arn.partition) else { return nil }
    let region = resource.region?.name ?? homeRegion(of: arn)
    guard let path = path(to: arn, in: region) else { return nil }
    return "https://\(region).\(domain)/\(path)"
  }

  private static func domain(of partition: Partition) -> String? {
    switch partition {
    case .aws: "console.aws.amazon.com"
    case .china: "console.amazonaws.cn"
    case .usGov: "console.amazonaws-us-gov.com"
    case .europeanSovereign, .iso, .isoB, .isoE, .isoF: nil
    }
  }

  /// Global services have their pages in one region of the partition.
  private static func homeRegion(of arn: ARN) -> String {
    if !arn.region.isEmpty, arn.region != "*" { return arn.region }
    return switch arn.partition {
    case .china: "cn-north-1"
    case .usGov: "us-gov-west-1"
    default: "us-east-1"
    }
  }

  private static func path(to arn: ARN, in region: String) -> String? {
    let query = "region=\(region)"
    switch (arn.service, arn.kind) {
    case ("s3", _): return "s3/buckets/\(arn.id.urlEncoded)?\(query)"
    case ("ec2", "volume"): return "ec2/home?\(query)#VolumeDetails:volumeId=\(arn.id.urlEncoded)"
    case ("ec2", "instance"):
      return "ec2/home?\(query)#InstanceDetails:instanceId=\(arn.id.urlEncoded)"
    case ("ec2", "vpc"): return "vpcconsole/home?\(query)#VpcDetails:VpcId=\(arn.id.urlEncoded)"
    case ("ec2", _): return "ec2/home?\(query)#Overview:"
    case ("cloudtrail", "trail"): return "cloudtrail/home?\(query)#/trails/\(arn.text.urlEncoded)"
    case ("cloudtrail", _): return "cloudtrail/home?\(query)#/trails"
    case ("iam", "user"), ("iam", "role"), ("iam", "group"):
      return "iam/home#/\(arn.kind)s/details/\(arn.name.urlEncoded)"
    case ("iam", "policy"): return "iam/home#/policies/details/\(arn.text.urlEncoded)"
    case ("iam", "root"): return "iam/home#/security_credentials"
    default: return nil
    }
  }
}

/// The parts of an ARN, such as `arn:aws:ec2:us-east-1:123456789012:volume/vol-1`.
struct ARN {
  let text: String
  let partition: Partition
  let service: String
  let region: String
  /// Such as `volume`; where the rest has no such part, all of it.
  let kind: String
  /// What follows the kind, the path of a role or user included.
  let id: String

  init?(_ text: String) {
    let fields = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard fields.count == 6, let partition = Partition(rawValue: String(fields[1])) else {
      return nil
    }
    let rest = fields[5].split(separator: "/", maxSplits: 1)
    self.text = text
    self.partition = partition
    service = String(fields[2])
    region = String(fields[3])
    kind = String(rest.first ?? "")
    id = String(rest.last ?? "")
  }

  /// Without the path.
  var name: String { String(id.split(separator: "/").last ?? "") }
}

extension String {
  /// RFC 3986: all but unreserved characters as `%` and two digits.
  fileprivate var urlEncoded: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%" + Digest.hex([byte]).uppercased()
      }
    }
    return text
  }
}
