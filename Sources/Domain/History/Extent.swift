/// What part of its rows a scan looked at.
package enum Extent: Hashable, Sendable {
  /// All of them.
  case rows
  case region(Region)
  case resource(Resource)

  package func covers(_ resource: Resource) -> Bool {
    switch self {
    case .rows: true
    case .region(let region): resource.region == region
    // Where a bucket lies is not always known.
    case .resource(let unit): resource.arn == unit.arn && resource.qualifier == unit.qualifier
    }
  }
}
