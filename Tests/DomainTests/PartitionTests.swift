import Domain
import Testing

struct PartitionTests {
  @Test(arguments: [
    ("ap-northeast-1", Partition.aws), ("cn-north-1", .china), ("us-gov-west-1", .usGov),
    ("eusc-de-east-1", .europeanSovereign), ("us-iso-east-1", .iso), ("us-isob-east-1", .isoB),
    ("eu-isoe-west-1", .isoE), ("us-isof-south-1", .isoF), ("eu-isof-south-1", .isoF),
    ("mx-central-1", .aws), ("moon-base-1", .aws),
  ])
  func isToldByTheRegionsName(_ region: String, _ partition: Partition) {
    #expect(Partition(of: Region(region)) == partition)
  }
}
