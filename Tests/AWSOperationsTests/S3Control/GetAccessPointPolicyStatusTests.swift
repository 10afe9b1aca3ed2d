import AWSOperations
import Domain
import Testing

struct GetAccessPointPolicyStatusTests {
  @Test func asksForTheStatus() {
    let request = GetAccessPointPolicyStatus(account: "123456789012", name: "reports").request()
    #expect(request.path == "/v20180820/accesspoint/reports/policyStatus")
    #expect(request.query.isEmpty)
  }

  @Test func readsARecordedAnswer() throws {
    let answer = try fixture("s3control.GetAccessPointPolicyStatus.xml")
    #expect(try GetAccessPointPolicyStatus.output(from: answer))
  }

  @Test func noPolicyIsNotPublic() {
    let output = GetAccessPointPolicyStatus.output(forErrorCode:)
    #expect(output("NoSuchAccessPointPolicy") == false)
    #expect(output("NoSuchAccessPoint") == nil)
  }
}
