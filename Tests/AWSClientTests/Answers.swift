import Domain
import TestSupport

@testable import AWSClient

/// Answers of AWS, as short as they can be.
enum Answers {
  static let identity = """
    <GetCallerIdentityResponse><GetCallerIdentityResult>
    <Arn>arn:aws:iam::111122223333:user/a</Arn><UserId>AIDAEXAMPLE</UserId>
    <Account>111122223333</Account>
    </GetCallerIdentityResult></GetCallerIdentityResponse>
    """

  static func vpcs(_ ids: [String], nextToken: String? = nil) -> String {
    let items = ids.map { "<item><vpcId>\($0)</vpcId><ownerId>111122223333</ownerId></item>" }
    let token = nextToken.map { "<nextToken>\($0)</nextToken>" } ?? ""
    return "<DescribeVpcsResponse><vpcSet>\(items.joined())</vpcSet>\(token)</DescribeVpcsResponse>"
  }

  static func error(_ code: String, _ more: String = "") -> String {
    "<Error><Code>\(code)</Code><Message>m</Message>\(more)</Error>"
  }

  static func ec2Error(_ code: String) -> String {
    "<Response><Errors><Error><Code>\(code)</Code></Error></Errors></Response>"
  }

  static func assumedRole(key: String, expires: String) -> String {
    """
    <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>\(key)</AccessKeyId>
    <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
    <Expiration>\(expires)</Expiration></Credentials><AssumedRoleUser>
    <Arn>arn:aws:sts::111122223333:assumed-role/r/ascheck</Arn></AssumedRoleUser>
    </AssumeRoleResult></AssumeRoleResponse>
    """
  }
}

extension Credentials {
  static let example = Self(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret")
}

extension AWSClient.Dependencies {
  /// Half of each longest wait is drawn, and takes no time; no rate is kept to.
  static func scripted(_ transport: HTTPTransport, _ time: FakeClock) -> Self {
    var parts = Self(credentials: .fixed(.example), transport: transport)
    parts.clock = time.clock
    parts.random = { 0.5 }
    parts.retry.mode = .standard
    return parts
  }
}

/// What a call could not read, or `nil` when it could.
func gap<Output>(_ call: () async throws -> Output) async -> Gap? {
  do {
    _ = try await call()
    return nil
  } catch {
    return error as? Gap
  }
}
