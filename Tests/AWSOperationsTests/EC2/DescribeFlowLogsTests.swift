import AWSOperations
import Testing

struct DescribeFlowLogsTests {
  @Test func asksForAllAtATime() {
    #expect(
      DescribeFlowLogs(pageToken: "t").request().text
        == "Action=DescribeFlowLogs&Version=2016-11-15&MaxResults=1000&NextToken=t"
    )
  }

  @Test func readsARecordedAnswer() throws {
    let logs = try DescribeFlowLogs.output(from: fixture("ec2.DescribeFlowLogs.xml")).items
    #expect(logs.map(\.id).last == "fl-0a1b2c3d4e5f60003")
    #expect(logs.map(\.status) == ["ACTIVE", "ACTIVE", "ACTIVE"])
    #expect(logs.map(\.deliverStatus) == ["SUCCESS", "FAILED", "SUCCESS"])
    #expect(logs.map(\.deliverError) == [nil, "Access error", nil])
    #expect(logs.map(\.trafficType) == ["ALL", "REJECT", "ACCEPT"])
    #expect(logs.map(\.destinationType) == ["cloud-watch-logs", "cloud-watch-logs", "s3"])
    #expect(logs.map(\.logGroupName) == ["/vpc/flow-logs", "missing", nil])
    #expect(logs[2].destination == "arn:aws:s3:::logs-bucket")
    #expect(logs.allSatisfy { $0.resourceID == "vpc-0a1b2c3d4e5f60001" })
  }

  @Test func readsTheRoleOfALogInAnotherAccount() throws {
    let body = """
      <DescribeFlowLogsResponse><flowLogSet><item><flowLogId>fl-1</flowLogId>
      <resourceId>vpc-1</resourceId><flowLogStatus>ACTIVE</flowLogStatus>
      <deliverCrossAccountRole>arn:aws:iam::1:role/r</deliverCrossAccountRole>
      </item></flowLogSet></DescribeFlowLogsResponse>
      """
    let logs = try DescribeFlowLogs.output(from: answer(body)).items
    #expect(logs.map(\.crossAccountRole) == ["arn:aws:iam::1:role/r"])
  }
}
