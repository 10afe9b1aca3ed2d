import Domain
import Testing

struct FindingSharingTests {
  @Test func changesNothingThatCanBeSeen() {
    let findings = (0..<10_000).map { number in
      var values: Values = ["size": "\(number % 7)", "number": "\(number / 2)"]
      values["state"] = "in-use"
      return Finding.pass(
        Resource(arn: "arn:aws:ec2:eu-west-1:1:volume/\(number)", region: "eu-west-1"),
        .nothingToCheck,
        values
      )
    }
    #expect(findings.sharingValues() == findings)
  }
}
