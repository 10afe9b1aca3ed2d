import Domain

/// Says which events a trail records.
///
/// Ask the trail's home region, by ARN: a shadow trail is not found by its name.
package struct GetEventSelectors: AWSOperation {
  package static let service = Service.cloudTrail
  package static let name = "GetEventSelectors"
  package static let permission: Permission = "cloudtrail:GetEventSelectors"

  let trailARN: String

  package init(trailARN: String) {
    self.trailARN = trailARN
  }

  package func request() -> WireRequest {
    json(["TrailName": .string(trailARN)])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> EventSelectors {
    let answer = try JSONAnswer.decode(Answer.self, from: answer)
    return EventSelectors(
      classic: (answer.eventSelectors ?? []).map(\.selector),
      advanced: (answer.advancedEventSelectors ?? []).map(\.selector)
    )
  }
}

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

private struct Answer: Decodable {
  /// Not used, but without it any object would read as a trail that selects nothing.
  let trailARN: String
  let eventSelectors: [Classic]?
  let advancedEventSelectors: [Advanced]?

  struct Classic: Decodable {
    let readWriteType: String?
    let includeManagementEvents: Bool?
    let excludeManagementEventSources: [String]?

    var selector: EventSelectors.Classic {
      var selector = EventSelectors.Classic()
      selector.readWriteType = readWriteType ?? selector.readWriteType
      selector.includesManagementEvents =
        includeManagementEvents ?? selector.includesManagementEvents
      selector.excludedManagementEventSources = excludeManagementEventSources ?? []
      return selector
    }
  }

  struct Advanced: Decodable {
    let fieldSelectors: [Field]

    var selector: EventSelectors.Advanced {
      .init(fields: fieldSelectors.map(\.selector))
    }
  }

  struct Field: Decodable {
    let field: String
    let equals: [String]?
    let notEquals: [String]?

    var selector: EventSelectors.Advanced.Field {
      var selector = EventSelectors.Advanced.Field(name: field)
      selector.equals = equals ?? []
      selector.notEquals = notEquals ?? []
      return selector
    }
  }
}
