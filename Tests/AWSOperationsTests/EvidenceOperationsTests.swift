import AWSOperations
import Domain
import Testing

struct EvidenceOperationsTests {
  private let operations: [any AWSOperation.Type] = Operations.evidence + Operations.paid

  @Test func everyOperationIsListedOnce() {
    let all = Operations.all + operations
    let names = all.map { "\($0.service.endpointPrefix) \($0.name)" }
    #expect(Set(names).count == names.count)
    #expect(operations.count == 17)
  }

  @Test func whatCostsMoneyIsInNoOtherList() {
    for operation in Operations.all + Operations.evidence {
      #expect(!(operation is any PaidOperation.Type), "\(operation.name)")
    }
  }

  @Test func permissionsThatAreNotNamedLikeTheirCallAreKnown() {
    let others = operations.filter {
      $0.permission.name != "\($0.service.signingName):\($0.name)"
    }
    #expect(
      others.map { "\($0.name) \($0.permission.name)" } == [
        "GetBucketLifecycleConfiguration s3:GetLifecycleConfiguration",
        "DescribeAlarms cloudwatch:DescribeAlarms",
        "DescribeBudgets budgets:ViewBudget",
        "DescribeNotificationsForBudget budgets:ViewBudget",
      ]
    )
  }

  @Test(arguments: [
    "", " ", "[]", "null", "<", "<html><body>It works!</body></html>",
    "<!doctype html>\n<html lang=en><title>500 Internal Server Error</title>",
    #"<ListBucketResult><Name>plain</Name><MaxKeys>1000</MaxKeys></ListBucketResult>"#,
    #"{"__type":"AccessDeniedException"}"#,
  ])
  func anAnswerOfAnotherShapeThrows(body: String) {
    for operation in operations { expectUndecodable(operation, body) }
  }

  private func expectUndecodable<Operation: AWSOperation>(_: Operation.Type, _ body: String) {
    #expect(throws: Undecodable.self, "\(Operation.name) of \(body)") {
      try Operation.output(from: answer(body))
    }
  }
}
