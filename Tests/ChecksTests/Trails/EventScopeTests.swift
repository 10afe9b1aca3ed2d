import AWSOperations
import Testing

@testable import Checks

struct EventScopeTests {
  @Test(arguments: [
    (["All"], EventScope.all), (["ReadOnly"], .reads), (["WriteOnly"], .writes),
    (["ReadOnly", "WriteOnly"], .all),
  ])
  func classicSelectorsAddUp(_ types: [String], _ scope: EventScope) {
    let selectors = EventSelectors(
      classic: types.map { type in
        var selector = EventSelectors.Classic()
        selector.readWriteType = type
        return selector
      }
    )
    #expect(selectors.managementEvents(ofTrailWithCustomSelectors: true) == scope)
  }

  @Test func aClassicSelectorMayLeaveManagementEventsOut() {
    var selector = EventSelectors.Classic()
    selector.includesManagementEvents = false
    let selectors = EventSelectors(classic: [selector])
    #expect(selectors.managementEvents(ofTrailWithCustomSelectors: true) == [])
  }

  @Test(arguments: [
    ([], EventScope.all), (["true"], .reads), (["false"], .writes), (["true", "false"], .all),
  ])
  func advancedSelectorsGoByTheirFields(_ readOnly: [String], _ scope: EventScope) {
    var fields = [("eventCategory", ["Management"])]
    if !readOnly.isEmpty { fields.append(("readOnly", readOnly)) }
    let selectors = EventSelectors(advanced: [.init(fields)])
    #expect(selectors.managementEvents(ofTrailWithCustomSelectors: true) == scope)
  }

  @Test func advancedSelectorsAddUp() {
    let selectors = EventSelectors(advanced: [
      .init([("eventCategory", ["Management"]), ("readOnly", ["true"])]),
      .init([("eventCategory", ["Management"]), ("readOnly", ["false"])]),
    ])
    #expect(selectors.managementEvents(ofTrailWithCustomSelectors: true) == .all)
  }

  @Test func advancedSelectorsOfDataEventsRecordNoManagementEvents() {
    let selectors = EventSelectors(advanced: [.init([("eventCategory", ["Data"])])])
    #expect(selectors.managementEvents(ofTrailWithCustomSelectors: true) == [])
  }

  @Test func aNegatedReadOnlyTurnsTheScopeRound() {
    var field = EventSelectors.Advanced.Field(name: "readOnly")
    field.notEquals = ["true"]
    var selector = EventSelectors.Advanced([("eventCategory", ["Management"])])
    selector.fields.append(field)
    let selectors = EventSelectors(advanced: [selector])
    #expect(selectors.managementEvents(ofTrailWithCustomSelectors: true) == .writes)
  }

  @Test func noSelectorsMeanTheDefaultUnlessTheTrailHasItsOwn() {
    #expect(EventSelectors().managementEvents(ofTrailWithCustomSelectors: false) == .all)
    #expect(EventSelectors().managementEvents(ofTrailWithCustomSelectors: true) == nil)
  }

  @Test func excludedSourcesAreNamedAndCountAsWhole() {
    var classic = EventSelectors.Classic()
    classic.excludedManagementEventSources = ["kms.amazonaws.com"]
    var field = EventSelectors.Advanced.Field(name: "eventSource")
    field.notEquals = ["rdsdata.amazonaws.com"]
    var advanced = EventSelectors.Advanced([("eventCategory", ["Management"])])
    advanced.fields.append(field)
    let selectors = EventSelectors(classic: [classic], advanced: [advanced])
    #expect(selectors.managementEvents(ofTrailWithCustomSelectors: true) == .all)
    #expect(selectors.excludedSources == ["kms.amazonaws.com", "rdsdata.amazonaws.com"])
  }
}

extension EventSelectors.Advanced {
  fileprivate init(_ fields: [(String, [String])]) {
    self.init(
      fields: fields.map { name, equals in
        var field = Field(name: name)
        field.equals = equals
        return field
      }
    )
  }
}
