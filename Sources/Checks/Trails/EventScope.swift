import AWSOperations

/// Which management events a trail records.
struct EventScope: OptionSet, Hashable {
  let rawValue: Int

  static let reads = Self(rawValue: 1)
  static let writes = Self(rawValue: 2)
  static let all: Self = [.reads, .writes]

  /// As evidence shows it.
  var text: String {
    switch self {
    case .all: "read+write"
    case .reads: "read"
    case .writes: "write"
    default: "none"
    }
  }
}

extension EventSelectors {
  /// `nil` when the trail is said to have selectors of its own and the answer holds none.
  ///
  /// AWS spells out the default selector; emulators answer with empty lists instead.
  func managementEvents(ofTrailWithCustomSelectors hasCustom: Bool) -> EventScope? {
    if classic.isEmpty, advanced.isEmpty { return hasCustom ? nil : .all }
    let scopes = classic.map(\.managementEvents) + advanced.map(\.managementEvents)
    return scopes.reduce(into: []) { $0.formUnion($1) }
  }

  /// Services whose events the trail leaves out; the trail counts as whole all the same.
  var excludedSources: [String] {
    classic.flatMap(\.excludedManagementEventSources)
      + advanced.flatMap(\.fields).filter { $0.name == "eventSource" }.flatMap(\.notEquals)
  }
}

extension EventSelectors.Classic {
  fileprivate var managementEvents: EventScope {
    guard includesManagementEvents else { return [] }
    return switch readWriteType {
    case "ReadOnly": .reads
    case "WriteOnly": .writes
    default: .all
    }
  }
}

extension EventSelectors.Advanced {
  /// Goes by the fields, never by the name the console happens to give a selector.
  fileprivate var managementEvents: EventScope {
    let isOfManagement = fields.contains {
      $0.name == "eventCategory" && $0.equals.contains("Management")
    }
    guard isOfManagement else { return [] }
    return fields.filter { $0.name == "readOnly" }.reduce(.all) { $0.intersection($1.scope) }
  }
}

extension EventSelectors.Advanced.Field {
  /// Of the field `readOnly`.
  fileprivate var scope: EventScope {
    var scope: EventScope = equals.isEmpty ? .all : []
    if equals.contains("true") { scope.insert(.reads) }
    if equals.contains("false") { scope.insert(.writes) }
    if notEquals.contains("true") { scope.remove(.reads) }
    if notEquals.contains("false") { scope.remove(.writes) }
    return scope
  }
}
