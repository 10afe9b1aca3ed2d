import AWSOperations
import Domain
import Testing

@testable import AWSClient

struct EndpointsTests {
  @Test(arguments: [
    ("us-east-1", "ec2.us-east-1.amazonaws.com"),
    ("ap-northeast-3", "ec2.ap-northeast-3.amazonaws.com"),
    ("cn-north-1", "ec2.cn-north-1.amazonaws.com.cn"),
    ("us-gov-west-1", "ec2.us-gov-west-1.amazonaws.com"),
    ("eusc-de-east-1", "ec2.eusc-de-east-1.amazonaws.eu"),
    ("us-iso-east-1", "ec2.us-iso-east-1.c2s.ic.gov"),
    ("us-isob-east-1", "ec2.us-isob-east-1.sc2s.sgov.gov"),
    ("eu-isoe-west-1", "ec2.eu-isoe-west-1.cloud.adc-e.uk"),
    ("us-isof-south-1", "ec2.us-isof-south-1.csp.hci.ic.gov"),
  ])
  func regionalServicesListenInTheRegionsPartition(region: String, host: String) throws {
    let endpoint = try Endpoints().endpoint(of: .ec2, in: Region(region))
    #expect(endpoint.url == EndpointURL("https://\(host)"))
    #expect(endpoint.signingRegion == Region(region))
  }

  @Test(arguments: [
    ("ap-northeast-1", "iam.amazonaws.com", "us-east-1"),
    ("cn-northwest-1", "iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
    ("us-gov-east-1", "iam.us-gov.amazonaws.com", "us-gov-west-1"),
    ("eusc-de-east-1", "iam.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1"),
    ("us-iso-west-1", "iam.us-iso-east-1.c2s.ic.gov", "us-iso-east-1"),
    ("us-isob-east-1", "iam.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1"),
    ("eu-isoe-west-1", "iam.eu-isoe-west-1.cloud.adc-e.uk", "eu-isoe-west-1"),
    ("us-isof-east-1", "iam.us-isof-south-1.csp.hci.ic.gov", "us-isof-south-1"),
  ])
  func iamHasOneEndpointAPartition(region: String, host: String, signedFor: String) throws {
    let endpoint = try Endpoints().endpoint(of: .iam, in: Region(region))
    #expect(endpoint.url == EndpointURL("https://\(host)"))
    #expect(endpoint.signingRegion == Region(signedFor))
  }

  @Test func s3ControlPutsTheAccountBeforeTheHost() throws {
    let endpoint = try Endpoints().endpoint(
      of: .s3Control,
      in: "us-west-2",
      hostPrefix: "111122223333"
    )
    #expect(endpoint.url.host == "111122223333.s3-control.us-west-2.amazonaws.com")
  }

  @Test func anEndpointConfiguredByHandGetsNoPrefix() throws {
    let endpoints = Endpoints(chosen: EndpointURL("http://127.0.0.1:5000"))
    let endpoint = try endpoints.endpoint(
      of: .s3Control,
      in: "us-west-2",
      hostPrefix: "111122223333"
    )
    #expect(endpoint.url.host == "127.0.0.1:5000")
    #expect(endpoint.signingRegion == "us-west-2")
  }

  @Test func aServicesOwnEndpointBeatsTheCommonOne() throws {
    let endpoints = Endpoints(
      byService: ["S3": EndpointURL("http://localhost:1")].compactMapValues { $0 },
      forAll: EndpointURL("http://localhost:2")
    )
    #expect(try endpoints.endpoint(of: .s3, in: "us-east-1").url.host == "localhost:1")
    #expect(try endpoints.endpoint(of: .s3Control, in: "us-east-1").url.host == "localhost:2")
  }
}
