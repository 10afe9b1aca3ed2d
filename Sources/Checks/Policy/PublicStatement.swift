import FoundationEssentials

/// Whether a bucket policy is public, by S3's own definition.
///
/// Only used where S3 does not say so itself. S3 takes a statement for public and looks for a
/// reason to say otherwise; so does this. Documented under "The meaning of public" in the S3 guide
/// to Block Public Access.
extension PolicyDocument {
  var isPublic: Bool { !publicStatements.isEmpty }

  /// The Sid of each public statement, else its number, counted from one.
  var publicStatements: [String] {
    statements.enumerated()
      .filter { $1.isPublic }
      .map { $1.sid ?? "\($0 + 1)" }
  }
}

extension PolicyStatement {
  var isPublic: Bool {
    isAllow && hasPublicPrincipal && !pins.contains { $0.isFixed }
  }

  private var hasPublicPrincipal: Bool {
    guard element("NotPrincipal") == nil else { return true }
    guard let kinds = element("Principal")?.members, !kinds.isEmpty else { return true }
    return kinds.contains { kind, principals in
      switch kind.lowercased() {
      case "aws": principals.elements.contains { $0.scalar?.contains("*") ?? true }
      case "service", "canonicaluser": false
      default: true
      }
    }
  }

  /// Every condition with one of the operators that hold a key to values.
  private var pins: [ConditionPin] {
    (condition?.members ?? [:]).flatMap { name, keys in
      (keys.members ?? [:]).compactMap { key, values in
        ConditionPin(name: name, key: key, values: values.elements.map { $0.scalar ?? "*" })
      }
    }
  }
}

/// A condition that holds a key of the request to listed values.
private struct ConditionPin {
  let key: String
  let values: [String]

  /// `nil` for the operators that also hold when the key is absent or different: `IfExists`,
  /// `ForAllValues:`, the negated ones, and those of other types.
  init?(name: String, key: String, values: [String]) {
    let prefix = "ForAnyValue:"
    let name = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    let isOfAddresses = name == "IpAddress"
    guard isOfAddresses ? key.lowercased() == Self.address : Self.operators.contains(name) else {
      return nil
    }
    self.key = key.lowercased()
    self.values = values
  }

  /// True when the key tells who calls and no value leaves that open.
  var isFixed: Bool {
    guard Self.keys.contains(key), !values.isEmpty else { return false }
    return values.allSatisfy { value in
      switch key {
      case Self.address: AddressRange(value)?.isNarrow ?? false
      case "s3:dataaccesspointarn": Self.isFixed(Self.withoutAccessPointName(value))
      default: Self.isFixed(value)
      }
    }
  }

  private static func isFixed(_ value: String) -> Bool {
    !value.contains("*") && !value.contains("?") && !value.contains("${")
  }

  /// A bucket policy may leave the access point open as long as its account is fixed.
  private static func withoutAccessPointName(_ arn: String) -> String {
    let fields = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard fields.count == 6, fields[5].hasPrefix("accesspoint/"), !fields[5].contains("${") else {
      return arn
    }
    return fields[..<5].joined(separator: ":")
  }

  private static let address = "aws:sourceip"

  private static let operators: Set = [
    "StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike",
  ]

  private static let keys: Set = [
    address, "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount",
    "aws:principalarn", "aws:sourcearn", "aws:sourcevpc", "aws:sourcevpce", "aws:sourceowner",
    "aws:sourceaccount", "aws:userid", "s3:x-amz-server-side-encryption-aws-kms-key-id",
    "s3:dataaccesspointarn", "s3:dataaccesspointaccount",
  ]
}

/// An address or a CIDR block.
private struct AddressRange {
  let isVersion6: Bool
  let prefixLength: Int

  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let address = parts.first, parts.count <= 2 else { return nil }
    isVersion6 = address.contains(":")
    guard isVersion6 ? Self.isVersion6(address) : Self.isVersion4(address) else { return nil }
    let longest = isVersion6 ? 128 : 32
    guard let length = parts.count == 2 ? Int(parts[1]) : longest else { return nil }
    guard (0...longest).contains(length) else { return nil }
    prefixLength = length
  }

  /// S3 takes anything wider for the whole internet.
  var isNarrow: Bool { prefixLength >= (isVersion6 ? 32 : 8) }

  private static func isVersion4(_ text: Substring) -> Bool {
    let octets = text.split(separator: ".", omittingEmptySubsequences: false)
    return octets.count == 4 && octets.allSatisfy { UInt8($0) != nil }
  }

  private static func isVersion6(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
  }
}
