/// An IAM action, such as `cloudtrail:DescribeTrails`.
package struct Permission: Hashable, Sendable, ExpressibleByStringLiteral {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package init(stringLiteral name: String) {
    self.init(name)
  }
}

/// An AWS region, such as `ap-northeast-1`.
package struct Region: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package init(stringLiteral name: String) {
    self.init(name)
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.name < rhs.name
  }
}

/// The twelve digits of an AWS account.
package struct AccountID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  package let digits: String

  package init(_ digits: String) {
    self.digits = digits
  }

  package init(stringLiteral digits: String) {
    self.init(digits)
  }

  /// `nil` for anything but twelve digits.
  package init?(digits: String) {
    guard digits.utf8.count == 12, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    self.init(digits)
  }

  /// In groups of four, as the AWS console writes it.
  package var grouped: String {
    guard digits.utf8.count == 12 else { return digits }
    let (first, rest) = (digits.prefix(4), digits.dropFirst(4))
    return "\(first)-\(rest.prefix(4))-\(rest.suffix(4))"
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.digits < rhs.digits
  }
}

/// How much an unmet check matters.
package enum Severity: Int, Comparable, Sendable {
  case informational
  case low
  case medium
  case high
  case critical

  package static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.rawValue < rhs.rawValue
  }
}
