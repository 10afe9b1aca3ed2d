import Domain
import Testing

struct ExtentTests {
  private let volume = Resource(arn: "arn:aws:ec2:eu-west-1:1:volume/a", region: "eu-west-1")

  @Test func coversWhatWasLookedAt() {
    #expect(Extent.rows.covers(volume))
    #expect(Extent.region("eu-west-1").covers(volume))
    #expect(!Extent.region("us-east-1").covers(volume))
    #expect(Extent.resource(volume).covers(Resource(arn: volume.arn, region: nil)))
    #expect(!Extent.resource(volume).covers(Resource(arn: "arn:other", region: "eu-west-1")))
  }
}
