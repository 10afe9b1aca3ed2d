/// A call that AWS charges for.
///
/// No scan sends one unless a person asked for it with the price before them.
package protocol PaidOperation: AWSOperation {
  /// Of each request; every page is one.
  static var price: Price { get }
}

/// What one request costs.
package struct Price: Hashable, Sendable {
  /// In US dollars, such as `0.01`.
  package let dollars: String

  package init(dollars: String) {
    self.dollars = dollars
  }
}
