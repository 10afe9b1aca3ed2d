import AWSOperations
import Domain
import Testing

@testable import AWSClient

struct ConcurrencyLimitsTests {
  let gates = ConcurrencyGates(ConcurrencyLimits())

  @Test func regionsOfAServiceDoNotWaitForEachOther() {
    #expect(gates.gate(for: .ec2, in: "us-east-1") === gates.gate(for: .ec2, in: "us-east-1"))
    #expect(gates.gate(for: .ec2, in: "us-east-1") !== gates.gate(for: .ec2, in: "eu-west-1"))
    #expect(gates.gate(for: .ec2, in: "us-east-1") !== gates.gate(for: .sts, in: "us-east-1"))
  }

  @Test(arguments: [Service.iam, .s3, .s3Control])
  func someServicesHaveOneLimitForAllRegions(service: Service) {
    #expect(gates.gate(for: service, in: "us-east-1") === gates.gate(for: service, in: "eu-west-1"))
  }
}
