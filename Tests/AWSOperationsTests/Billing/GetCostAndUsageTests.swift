import AWSOperations
import Testing

struct GetCostAndUsageTests {
  @Test func asksForMonthsByService() {
    let request = GetCostAndUsage(start: "2026-03-01", end: "2026-06-01", pageToken: "t").request()
    #expect(
      request.text
        == #"{"TimePeriod":{"Start":"2026-03-01","End":"2026-06-01"},"Granularity":"MONTHLY","#
        + #""Metrics":["UnblendedCost"],"GroupBy":[{"Type":"DIMENSION","Key":"SERVICE"}],"#
        + #""NextPageToken":"t"}"#
    )
  }

  @Test func readsAnAnswer() throws {
    let page = try GetCostAndUsage.output(from: fixture("ce.GetCostAndUsage.json"))
    let s3 = "Amazon Simple Storage Service"
    #expect(
      page.items.flatMap(\.costs) == [
        MonthlyCost(month: "2026-04", service: s3, cost: Amount("12.3456789", "USD")),
        MonthlyCost(month: "2026-05", service: s3, cost: Amount("20", "USD")),
        MonthlyCost(month: "2026-05", service: "AWS Lambda", cost: Amount("0.5", "USD")),
      ]
    )
  }

  /// Only what AWS says is no estimate is final.
  @Test(arguments: [(#","Estimated":false"#, true), (#","Estimated":true"#, false), ("", false)])
  func aMonthIsFinalWhenAWSSaysSo(_ member: String, _ isFinal: Bool) throws {
    let body = #"{"ResultsByTime":[{"TimePeriod":{"Start":"2026-05-01"},"Groups":[]\#(member)}]}"#
    let page = try GetCostAndUsage.output(from: answer(body))
    #expect(page.items == [CostPeriod(month: "2026-05", isFinal: isFinal, costs: [])])
  }

  @Test func saysWhatARequestCosts() {
    #expect(GetCostAndUsage.price == Price(dollars: "0.01"))
  }

  @Test func aCostWithoutAServiceThrows() {
    let body = """
      {"ResultsByTime":[{"TimePeriod":{"Start":"2026-05-01"},"Groups":[{"Keys":[],
      "Metrics":{"UnblendedCost":{"Amount":"1","Unit":"USD"}}}]}]}
      """
    #expect(throws: Undecodable("resultsByTime.groups without a key")) {
      try GetCostAndUsage.output(from: answer(body))
    }
  }
}
