import Checks
import Domain

extension Check {
  /// A row that needs what it is told, looks at it, and has nothing to say.
  static func row(
    _ id: CheckID,
    needing needs: Set<Need>,
    _ look: @escaping @Sendable (Inventory) -> Void
  ) -> Self {
    let text = Text(en: "test", ja: "試験")
    return Self(
      id: id,
      section: .general,
      title: text,
      shortTitle: text,
      criterion: text,
      why: text,
      remedy: text,
      severity: .low,
      method: .automatic(needs: needs) { inventory in
        look(inventory)
        return []
      }
    )
  }
}
