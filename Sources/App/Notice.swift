import Domain
import FoundationEssentials

/// Something the program says in passing.
///
/// It stays until a key is pressed after at least four seconds, so that nobody misses it by typing.
package struct Notice: Equatable, Sendable {
  static let shortest: TimeInterval = 4

  package let text: Text
  package let since: Date

  package func isOld(at now: Date) -> Bool {
    now.timeIntervalSince(since) >= Self.shortest
  }
}
