/// What a trail records, in either of CloudTrail's two forms.
package struct EventSelectors: Hashable, Sendable {
  package struct Classic: Hashable, Sendable {
    /// `All`, `ReadOnly` or `WriteOnly`.
    package var readWriteType = "All"
    package var includesManagementEvents = true
    package var excludedManagementEventSources: [String] = []

    package init() {}
  }

  package struct Advanced: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
      package var name: String
      package var equals: [String] = []
      package var notEquals: [String] = []

      package init(name: String) {
        self.name = name
      }
    }

    package var fields: [Field]

    package init(fields: [Field]) {
      self.fields = fields
    }
  }

  package var classic: [Classic]
  package var advanced: [Advanced]

  package init(classic: [Classic] = [], advanced: [Advanced] = []) {
    self.classic = classic
    self.advanced = advanced
  }
}
