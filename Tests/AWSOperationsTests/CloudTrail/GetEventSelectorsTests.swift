import AWSOperations
import Testing

struct GetEventSelectorsTests {
  @Test func asksByARN() {
    let request = GetEventSelectors(trailARN: "arn:a").request()
    #expect(request.text == #"{"TrailName":"arn:a"}"#)
    #expect(request.headers.last?.value.hasSuffix(".GetEventSelectors") == true)
  }

  @Test func readsClassicSelectorsOfARecordedAnswer() throws {
    let answer = try fixture("cloudtrail.GetEventSelectors.classic.json")
    var selector = EventSelectors.Classic()
    selector.readWriteType = "WriteOnly"
    selector.excludedManagementEventSources = ["kms.amazonaws.com"]
    #expect(
      try GetEventSelectors.output(from: answer) == EventSelectors(classic: [selector])
    )
  }

  @Test func readsAdvancedSelectorsOfARecordedAnswer() throws {
    let answer = try fixture("cloudtrail.GetEventSelectors.advanced.json")
    var category = EventSelectors.Advanced.Field(name: "eventCategory")
    category.equals = ["Management"]
    var source = EventSelectors.Advanced.Field(name: "eventSource")
    source.notEquals = ["kms.amazonaws.com"]
    #expect(
      try GetEventSelectors.output(from: answer)
        == EventSelectors(advanced: [.init(fields: [category, source])])
    )
  }

  @Test func eitherFormMayBeMissing() throws {
    let body = #"{"TrailARN":"arn:a","EventSelectors":[{"IncludeManagementEvents":false}]}"#
    var selector = EventSelectors.Classic()
    selector.includesManagementEvents = false
    #expect(
      try GetEventSelectors.output(from: answer(body)) == EventSelectors(classic: [selector])
    )
  }
}
