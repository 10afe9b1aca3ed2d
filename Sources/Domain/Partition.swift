/// A group of regions with its own accounts, ARNs and DNS suffix.
package enum Partition: String, CaseIterable, Sendable {
  case aws
  case china = "aws-cn"
  case usGov = "aws-us-gov"
  case europeanSovereign = "aws-eusc"
  case iso = "aws-iso"
  case isoB = "aws-iso-b"
  case isoE = "aws-iso-e"
  case isoF = "aws-iso-f"

  /// The partition a region's name belongs to.
  ///
  /// Names nobody has used yet count as `aws`.
  package init(of region: Region) {
    let name = region.name
    self =
      if name.hasPrefix("cn-") {
        .china
      } else if name.hasPrefix("us-gov-") {
        .usGov
      } else if name.hasPrefix("eusc-") {
        .europeanSovereign
      } else if name.hasPrefix("us-isob-") {
        .isoB
      } else if name.hasPrefix("us-isof-") || name.hasPrefix("eu-isof-") {
        .isoF
      } else if name.hasPrefix("eu-isoe-") {
        .isoE
      } else if name.hasPrefix("us-iso-") {
        .iso
      } else {
        .aws
      }
  }
}
