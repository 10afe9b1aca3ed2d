import AWSOperations
import Testing

struct GetAccountSummaryTests {
  @Test func asksWithoutParameters() {
    #expect(
      GetAccountSummary().request().text == "Action=GetAccountSummary&Version=2010-05-08"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let summary = try GetAccountSummary.output(from: fixture("iam.GetAccountSummary.xml"))
    #expect(summary.counters["AccountAccessKeysPresent"] == 0)
    #expect(summary.counters["Users"] == 2)
    #expect(summary.counters["AccountPasswordPresent"] == nil)
  }

  @Test func aCounterThatIsNoNumberThrows() {
    let body = """
      <GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>
      <entry><key>AccountAccessKeysPresent</key><value>none</value></entry>
      </SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>
      """
    #expect(throws: Undecodable("value is not a number: none")) {
      try GetAccountSummary.output(from: answer(body))
    }
  }
}
