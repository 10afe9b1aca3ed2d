/// The facts a person's answer stands on: when they move, the answer is in question.
///
/// The form is canonical, so that the digest is the same in every language and on every machine:
/// sorted, in AWS's own names, without times of reading, ages, costs and counters that move by
/// themselves.
package struct MaterialFacts: Hashable, Sendable {
  /// Which facts, such as the key pairs of a region.
  package struct Group: Hashable, Sendable, CustomStringConvertible {
    package let name: String
    /// `nil` for what belongs to no region, and for regional facts when not even the regions are
    /// known.
    package let region: Region?

    package init(_ name: String, in region: Region? = nil) {
      self.name = name
      self.region = region
    }

    /// Reads what `description` writes.
    package init(parsing text: String) {
      let parts = text.split(separator: "@", maxSplits: 1)
      name = parts.first.map { String($0) } ?? ""
      region = parts.count == 2 ? Region(String(parts[1])) : nil
    }

    /// Such as `keyPairs@ap-northeast-1`.
    package var description: String { region.map { "\(name)@\($0.name)" } ?? name }
  }

  package enum Content: Hashable, Sendable {
    /// Thing to value; the value is empty where only being there counts.
    case items([String: String])
    case unreadable
  }

  /// Stands for what could not be read: a group in JSON, or the value of one thing.
  package static let unreadable = "?"

  package var groups: [Group: Content]

  package init(_ groups: [Group: Content] = [:]) {
    self.groups = groups
  }

  /// One JSON object, keys sorted, without spaces.
  package var canonicalJSON: [UInt8] {
    var writer = JSONWriter()
    let sorted = groups.map { ($0.key.description, $0.value) }.sorted { $0.0 < $1.0 }
    writer.object { writer in
      for (group, content) in sorted {
        writer.key(group)
        switch content {
        case .unreadable: writer.value(Self.unreadable)
        case .items(let items): Self.write(items, to: &writer)
        }
      }
    }
    return writer.bytes
  }

  /// SHA-256 over the canonical JSON, in hexadecimal.
  package var digest: String { Digest.hex(Digest.sha256(canonicalJSON)) }

  private static func write(_ items: [String: String], to writer: inout JSONWriter) {
    writer.object { writer in
      for (item, value) in items.sorted(by: { $0.key < $1.key }) { writer.member(item, value) }
    }
  }
}
