/// Something a scan set out to read, and either read or could not.
///
/// There is no way to reach the value without meeting the gap, so missing evidence cannot pass for
/// an empty answer.
package enum Fact<Value: Sendable>: Sendable {
  case known(Value)
  case unreadable(Gap)

  package func get() throws(Gap) -> Value {
    switch self {
    case .known(let value): value
    case .unreadable(let gap): throw gap
    }
  }

  package var gap: Gap? {
    if case .unreadable(let gap) = self { gap } else { nil }
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Fact<Other> {
    switch self {
    case .known(let value): .known(transform(value))
    case .unreadable(let gap): .unreadable(gap)
    }
  }
}

extension Fact: Equatable where Value: Equatable {}
