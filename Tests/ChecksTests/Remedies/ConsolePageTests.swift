import Checks
import Domain
import Testing

struct ConsolePageTests {
  @Test(
    arguments: [
      (
        "arn:aws:s3:::logs-prod", "eu-west-1",
        "https://eu-west-1.console.aws.amazon.com/s3/buckets/logs-prod?region=eu-west-1"
      ),
      (
        "arn:aws:s3:::logs-prod", nil,
        "https://us-east-1.console.aws.amazon.com/s3/buckets/logs-prod?region=us-east-1"
      ),
      (
        "arn:aws:ec2:us-east-1:123456789012:volume/vol-1", "us-east-1",
        "https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1"
          + "#VolumeDetails:volumeId=vol-1"
      ),
      (
        "arn:aws-cn:ec2:cn-north-1:123456789012:instance/i-1", "cn-north-1",
        "https://cn-north-1.console.amazonaws.cn/ec2/home?region=cn-north-1"
          + "#InstanceDetails:instanceId=i-1"
      ),
      (
        "arn:aws-us-gov:ec2:us-gov-east-1:123456789012:vpc/vpc-1", "us-gov-east-1",
        "https://us-gov-east-1.console.amazonaws-us-gov.com/vpcconsole/home?region=us-gov-east-1"
          + "#VpcDetails:VpcId=vpc-1"
      ),
      (
        "arn:aws:iam::123456789012:role/team/ops admin", nil,
        "https://us-east-1.console.aws.amazon.com/iam/home#/roles/details/ops%20admin"
      ),
      (
        "arn:aws-us-gov:iam::123456789012:user/taro", nil,
        "https://us-gov-west-1.console.amazonaws-us-gov.com/iam/home#/users/details/taro"
      ),
      (
        "arn:aws-cn:iam::123456789012:group/admins", nil,
        "https://cn-north-1.console.amazonaws.cn/iam/home#/groups/details/admins"
      ),
      (
        "arn:aws:iam::123456789012:root", nil,
        "https://us-east-1.console.aws.amazon.com/iam/home#/security_credentials"
      ),
      (
        "arn:aws:cloudtrail:ap-south-1:123456789012:*", "ap-south-1",
        "https://ap-south-1.console.aws.amazon.com/cloudtrail/home?region=ap-south-1#/trails"
      ),
      (
        "arn:aws:cloudtrail:us-east-2:123456789012:trail/main", "us-east-2",
        "https://us-east-2.console.aws.amazon.com/cloudtrail/home?region=us-east-2#/trails/"
          + "arn%3Aaws%3Acloudtrail%3Aus-east-2%3A123456789012%3Atrail%2Fmain"
      ),
    ] as [(String, Region?, String)]
  )
  func leadsToTheVeryResource(arn: String, region: Region?, url: String) {
    #expect(ConsolePage.url(of: Resource(arn: arn, region: region)) == url)
  }

  @Test(arguments: [
    "arn:aws:sqs:us-east-1:123456789012:queue", "arn:aws-iso:s3:::bucket", "arn:xx:s3:::bucket",
    "not an arn", "",
  ])
  func isNotInvented(arn: String) {
    #expect(ConsolePage.url(of: Resource(arn: arn, region: nil)) == nil)
  }
}
