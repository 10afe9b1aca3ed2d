import Domain
import Testing

@testable import Checks

struct CommandOutlineTests {
  private func commands(_ row: CheckID, _ arn: String, _ reason: String, _ values: Values = [:])
    -> [String]
  {
    let finding = Finding.alert(
      Resource(arn: arn, region: "us-east-1"),
      Catalog.reason(code: reason),
      values
    )
    return CommandOutline.commands(for: finding, of: row)
  }

  @Test func namesTheVolumeAndItsInstance() {
    let commands = commands(
      "ASC 07",
      "arn:aws:ec2:us-east-1:123456789012:volume/vol-1",
      "volumeUnencrypted",
      ["volumeType": "gp3", "attachedTo": "i-1"]
    )
    #expect(commands[0] == "aws ec2 create-snapshot --volume-id vol-1 --region us-east-1")
    #expect(commands.contains { $0.contains("--instance-id i-1 ") })
  }

  @Test(
    arguments: [
      ("ASC 01", "arn:aws:iam::123456789012:root", "rootKeyPresent", "delete-access-key"),
      ("ASC 02-01", "arn:aws:s3:::b", "publicPolicy", "put-public-access-block --bucket b"),
      ("ASC 03", "arn:aws:cloudtrail:us-east-1:123456789012:*", "noTrail", "create-trail"),
      ("ASC 04", "arn:aws:iam::123456789012:role/x/ops", "adminLiteral", "--role-name ops"),
      ("ASC 08", "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1", "noFlowLog", "vpc-1"),
      (
        "ASC 10", "arn:aws:ec2:us-east-1:123456789012:instance/i-1", "noInstanceProfile",
        "associate-iam-instance-profile --instance-id i-1"
      ),
      ("ASC 12", "arn:aws:s3:::b", "publicPolicy", "put-public-access-block"),
      ("ASC 13", "arn:aws:s3:::b", "noDefaultEncryption", "put-bucket-encryption --bucket b"),
      ("ASC 16", "arn:aws:s3:::b", "noAccessLogging", "put-bucket-logging --bucket b"),
    ] as [(CheckID, String, String, String)]
  )
  func existsForEveryAutomaticRow(row: CheckID, arn: String, reason: String, words: String) {
    #expect(commands(row, arn, reason).contains { $0.contains(words) })
  }

  @Test func worksOnATrailInItsHomeRegion() {
    let commands = commands(
      "ASC 03",
      "arn:aws:cloudtrail:us-east-1:123456789012:*",
      "trailStopped",
      ["trailARN": "arn:aws:cloudtrail:eu-west-1:123456789012:trail/t", "homeRegion": "eu-west-1"]
    )
    #expect(
      commands == [
        "aws cloudtrail start-logging --name arn:aws:cloudtrail:eu-west-1:123456789012:trail/t"
          + " --region eu-west-1"
      ]
    )
  }

  @Test func detachesTheVeryPolicy() {
    let commands = commands(
      "ASC 04",
      "arn:aws:iam::123456789012:user/taro",
      "adminLiteral",
      ["policy": "Admin", "policyARN": "arn:aws:iam::aws:policy/Admin"]
    )
    #expect(commands.count == 1)
    #expect(
      commands[0].hasPrefix(
        "aws iam detach-user-policy --user-name taro --policy-arn arn:aws:iam::aws:policy/Admin"
      )
    )
  }

  @Test func asksNothingWhereNothingIsWrong() {
    let unit = Resource(arn: "arn:aws:s3:::b", region: nil)
    let pass = Finding.pass(unit, Catalog.reason(code: "bucketEncrypted"))
    #expect(CommandOutline.commands(for: pass, of: "ASC 13").isEmpty)
  }

  @Test(arguments: [
    ("plain-1.x", "plain-1.x"), ("", "''"), ("a b", "'a b'"), ("$(rm -rf ~)", "'$(rm -rf ~)'"),
    ("it's", #"'it'\''s'"#), ("x;y", "'x;y'"), ("日本", "'日本'"),
  ])
  func quotesForTheShell(name: String, word: String) {
    #expect(name.shellQuoted == word)
  }

  @Test func runsNothingBeforeItsLastLine() {
    #expect(CommandOutline.text(["a", "b"]) == "a && \\\n  b")
  }
}
