import Testing

@testable import AWSOperations

struct FormRequestTests {
  @Test func postsAForm() {
    let request = DescribeVpcs().form()
    #expect(request.method == "POST")
    #expect(request.path == "/")
    #expect(request.query.isEmpty)
    #expect(
      request.headers == [
        .init("content-type", "application/x-www-form-urlencoded; charset=utf-8")
      ]
    )
  }

  @Test func leavesOutWhatIsNilAndKeepsWhatIsEmpty() {
    #expect(
      DescribeVpcs().form(["A": nil, "B": "", "C": "1"]).text
        == "Action=DescribeVpcs&Version=2016-11-15&B=&C=1"
    )
  }

  @Test func numbersTheMembersOfALists() {
    #expect(
      GetAccountSummary().form(lists: ["F": ["a", "b/c"], "None": []]).text
        == "Action=GetAccountSummary&Version=2010-05-08&F.member.1=a&F.member.2=b%2Fc"
    )
  }
}
