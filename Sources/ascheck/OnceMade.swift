import Domain

/// Something made at its first use and kept.
final class OnceMade<Value: Sendable>: Sendable {
  private let made = Locked<Value?>(nil)
  private let make: @Sendable () throws -> Value

  init(_ make: @escaping @Sendable () throws -> Value) {
    self.make = make
  }

  @Sendable func value() throws -> Value {
    try made.withLock { made in
      if let value = made { return value }
      let value = try make()
      made = value
      return value
    }
  }
}
