/// A named step from one version of the state file to the next.
struct Migration: Sendable {
  let name: String
  /// The version it starts from; it ends at the next one.
  let from: Int
  let apply: @Sendable (inout JSON) throws(JSONField.Misshapen) -> Void
}

/// A version of the state file, with the way to it from every older one.
struct StateFormat: Sendable {
  static let current = StateFormat(version: 2, migrations: [.chainedLog])

  let version: Int
  let migrations: [Migration]

  /// Brings a document of an older version up to this one.
  func migrate(_ tree: inout JSON, from version: Int) throws(JSONField.Misshapen) {
    for step in version..<self.version {
      guard let migration = migrations.first(where: { $0.from == step }) else {
        throw JSONField.Misshapen(place: "version")
      }
      try migration.apply(&tree)
      tree.set("version", .number(step + 1))
    }
  }
}
