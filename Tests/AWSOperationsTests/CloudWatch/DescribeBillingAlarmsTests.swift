import AWSOperations
import Testing

struct DescribeBillingAlarmsTests {
  @Test func asksForMetricAlarms() {
    #expect(
      DescribeBillingAlarms(pageToken: "t").request().text
        == "Action=DescribeAlarms&Version=2010-08-01&MaxRecords=100&NextToken=t"
        + "&AlarmTypes.member.1=MetricAlarm"
    )
  }

  @Test func keepsOnlyThoseOnTheBill() throws {
    var expected = BillingAlarm(
      arn: "arn:aws:cloudwatch:us-east-1:123456789012:alarm:bill",
      name: "bill",
      state: "OK",
      isHeard: true
    )
    expected.threshold = "500.0"
    #expect(
      try DescribeBillingAlarms.output(from: fixture("cloudwatch.DescribeAlarms.xml"))
        == Page(items: [expected])
    )
  }

  @Test func theMetricMayStandInAFormula() throws {
    let page = try DescribeBillingAlarms.output(
      from: alarm(
        """
        <Metrics><member><Id>e</Id><Expression>m*2</Expression></member><member><Id>m</Id>
        <MetricStat><Metric><Namespace>AWS/Billing</Namespace>
        <MetricName>EstimatedCharges</MetricName></Metric></MetricStat></member></Metrics>
        """
      )
    )
    #expect(page.items.map(\.name) == ["a"])
  }

  @Test(arguments: [
    "<ActionsEnabled>false</ActionsEnabled><AlarmActions><member>arn</member></AlarmActions>",
    "<ActionsEnabled>true</ActionsEnabled><AlarmActions/>",
  ])
  func anAlarmThatTellsNobodyIsNotHeard(members: String) throws {
    let metric = "<Namespace>AWS/Billing</Namespace><MetricName>EstimatedCharges</MetricName>"
    let page = try DescribeBillingAlarms.output(from: alarm(metric + members))
    #expect(page.items.map(\.isHeard) == [false])
  }

  @Test func anAnswerOfAnotherShapeThrows() {
    let body = "<DescribeAlarmsResponse><DescribeAlarmsResult/></DescribeAlarmsResponse>"
    #expect(throws: Undecodable("DescribeAlarmsResult without MetricAlarms")) {
      try DescribeBillingAlarms.output(from: answer(body))
    }
  }

  private func alarm(_ members: String) -> WireAnswer {
    answer(
      """
      <DescribeAlarmsResponse><DescribeAlarmsResult><MetricAlarms><member>
      <AlarmArn>arn</AlarmArn><AlarmName>a</AlarmName><StateValue>OK</StateValue>\(members)
      </member></MetricAlarms></DescribeAlarmsResult></DescribeAlarmsResponse>
      """
    )
  }
}
