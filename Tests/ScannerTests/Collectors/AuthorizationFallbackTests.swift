import AWSClient
import AWSOperations
import Checks
import Domain
import Scanner
import Testing

/// IAM as an identity sees it that may not call GetAccountAuthorizationDetails.
struct AuthorizationFallbackTests {
  @Test func findsEveryGrantByTheSmallCalls() async throws {
    let findings = try await findings()
    #expect(
      findings.map(\.sentence) == [
        "alert user/taro inline:all",
        "pass user/taro arn:aws:iam::123456789012:policy/reader",
        "alert group/admins arn:aws:iam::aws:policy/AdministratorAccess",
        "pass role/web inline:read",
      ]
    )
    #expect(findings.last?.values["trusts"] == "Service ec2.amazonaws.com")
  }

  @Test func readsEveryPage() async throws {
    let findings = try await findings { action, form in
      switch (action, form.contains("Marker=2")) {
      case ("ListUsers", false): .list(action, "Users", "", marker: "2")
      default: nil
      }
    }
    #expect(findings.map(\.sentence).contains("alert user/taro inline:all"))
  }

  @Test(
    arguments: [
      (
        ["ListUserPolicies"], "unknown user/taro inline:* iam:ListUserPolicies",
        "alert user/taro inline:all"
      ),
      (
        ["GetUserPolicy"], "unknown user/taro inline:all iam:GetUserPolicy",
        "alert user/taro inline:all"
      ),
      (
        ["ListRolePolicies"], "unknown role/web inline:* iam:ListRolePolicies",
        "pass role/web inline:read"
      ),
      (
        ["GetRolePolicy"], "unknown role/web inline:read iam:GetRolePolicy",
        "pass role/web inline:read"
      ),
      (["ListUsers"], "unknown user/* inline:* iam:ListUsers", "alert user/taro inline:all"),
      (["ListRoles"], "unknown role/* inline:* iam:ListRoles", "pass role/web inline:read"),
      (
        ["GetPolicyVersion"],
        "unknown group/admins arn:aws:iam::aws:policy/AdministratorAccess iam:GetPolicyVersion",
        "alert group/admins arn:aws:iam::aws:policy/AdministratorAccess"
      ),
      (
        ["ListEntitiesForPolicy"],
        "unknown policy/AdministratorAccess attachments iam:ListEntitiesForPolicy",
        "alert group/admins arn:aws:iam::aws:policy/AdministratorAccess"
      ),
      (
        ["ListPolicies"], "unknown policy/* attachments iam:ListPolicies",
        "alert group/admins arn:aws:iam::aws:policy/AdministratorAccess"
      ),
    ] as [(Set<String>, String, String)]
  )
  func aLegThatIsDeniedIsUnknownAndNotAPass(
    _ denied: Set<String>,
    _ unknown: String,
    _ lost: String
  ) async throws {
    let sentences = try await findings(denied: denied).map(\.sentence)
    #expect(sentences.contains(unknown))
    #expect(!sentences.contains(lost))
    #expect(sentences.count >= 3)
  }

  /// A grant is proven though nobody may list who holds it by name.
  @Test func anAttachmentCountsWhereItsHolderCouldNotBeListed() async throws {
    let sentences = try await findings(denied: ["ListGroups"]).map(\.sentence)
    #expect(sentences.contains("alert group/admins arn:aws:iam::aws:policy/AdministratorAccess"))
    #expect(sentences.contains("unknown group/* inline:* iam:ListGroups"))
  }

  @Test func whereNothingIsListedTheRowIsUnknownForTheFirstRefusal() async throws {
    let findings = try await findings(
      denied: ["ListUsers", "ListGroups", "ListRoles", "ListPolicies"]
    )
    #expect(findings.map(\.status) == [.unknown])
    #expect(findings.first?.values["action"] == "iam:GetAccountAuthorizationDetails")
  }

  @Test func countsNoMembersItDoesNotKnow() async throws {
    let group = try await findings().first { $0.resource.arn.contains("group/admins") }
    #expect(group?.values["members"] == nil)
  }

  @Test func doesNotCallAnInstanceProfileEmptyThatItCannotSee() async throws {
    let wire = DemoWire { Self.answer(to: $0, denied: []) }
    let check = try #require(Catalog.check("ASC 10"))
    let row = try await wire.scanner().scan([check]) { _ in }.rows[0]
    #expect(!row.findings.contains { $0.reason.code == "profileWithoutRole" })
    #expect(row.findings.contains { $0.warnings.map(\.code) == ["roleNotVerified"] })
  }

  /// More calls would make it worse.
  @Test func isNoRemedyForThrottling() async throws {
    let wire = DemoWire { request in
      DemoWire.Request(request).operation == "GetAccountAuthorizationDetails"
        ? .refused("Throttling", status: 400) : nil
    }
    let check = try #require(Catalog.check("ASC 04"))
    let row = try await wire.scanner().scan([check]) { _ in }.rows[0]
    #expect(row.findings.map { $0.values["cause"] } == ["throttled"])
    #expect(!wire.operations.contains("ListUsers"))
  }

  @Test func standsInWhereTheEndpointLacksTheLargeCall() async throws {
    let findings = try await findings { action, _ in
      action == "GetAccountAuthorizationDetails"
        ? .refused("InvalidAction", status: 400) : nil
    }
    #expect(findings.count == 4)
  }

  private func findings(
    denied: Set<String> = [],
    first: @escaping @Sendable (String, String) -> HTTPResponse? = { _, _ in nil }
  ) async throws -> [Finding] {
    let wire = DemoWire { request in
      let call = DemoWire.Request(request)
      return first(call.operation, call.body) ?? Self.answer(to: request, denied: denied)
    }
    let check = try #require(Catalog.check("ASC 04"))
    return try await wire.scanner().scan([check]) { _ in }.rows[0].findings
  }

  /// A user and a role with inline policies, a group with AWS's policy, and a policy of our own.
  private static func answer(to request: HTTPRequest, denied: Set<String>) -> HTTPResponse? {
    let call = DemoWire.Request(request)
    guard request.url.contains("iam."), !denied.contains(call.operation) else {
      return request.url.contains("iam.") ? .refused("AccessDenied", status: 403) : nil
    }
    let isAWS = call.body.contains("AdministratorAccess")
    return switch call.operation {
    case "ListUsers": .list("ListUsers", "Users", principal("User", "user", "taro"))
    case "ListGroups": .list("ListGroups", "Groups", principal("Group", "group", "admins"))
    case "ListRoles": .list("ListRoles", "Roles", principal("Role", "role", "web", trust))
    case "ListUserPolicies": .names("ListUserPolicies", ["all"])
    case "ListGroupPolicies": .names("ListGroupPolicies", [])
    case "ListRolePolicies": .names("ListRolePolicies", ["read"])
    case "GetUserPolicy": .policy("GetUserPolicy", "all", everything)
    case "GetRolePolicy": .policy("GetRolePolicy", "read", reading)
    case "ListPolicies": .list("ListPolicies", "Policies", attached)
    case "GetPolicyVersion": .version(isAWS ? everything : reading)
    case "ListEntitiesForPolicy": isAWS ? .holders("Group", "admins") : .holders("User", "taro")
    default: .refused("AccessDenied", status: 403)
    }
  }

  private static let everything = #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#
  private static let reading =
    #"{"Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}"#
  private static let trust =
    "<AssumeRolePolicyDocument>"
    + #"{"Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"}}}"#
    + "</AssumeRolePolicyDocument>"
  private static let attached =
    ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::123456789012:policy/reader"]
    .map { arn in
      "<member><PolicyName>\(arn.split(separator: "/")[1])</PolicyName><Arn>\(arn)</Arn>"
        + "<DefaultVersionId>v1</DefaultVersionId></member>"
    }
    .joined()

  private static func principal(
    _ word: String,
    _ kind: String,
    _ name: String,
    _ more: String = ""
  ) -> String {
    "<member><Path>/</Path><\(word)Name>\(name)</\(word)Name>"
      + "<Arn>arn:aws:iam::123456789012:\(kind)/\(name)</Arn>\(more)</member>"
  }
}

extension Finding {
  /// Status, the end of the ARN, what tells the grant apart, and what was denied.
  fileprivate var sentence: String {
    let resource = resource.arn.split(separator: ":").last ?? ""
    let parts = [status.rawValue, "\(resource)", self.resource.qualifier, values["action"]]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}

extension HTTPResponse {
  fileprivate static func result(_ operation: String, _ content: String) -> Self {
    let result = "<\(operation)Result>\(content)</\(operation)Result>"
    return Self(
      status: 200,
      body: Array("<\(operation)Response>\(result)</\(operation)Response>".utf8)
    )
  }

  fileprivate static func list(
    _ operation: String,
    _ element: String,
    _ members: String,
    marker: String? = nil
  ) -> Self {
    let next = marker.map { "<IsTruncated>true</IsTruncated><Marker>\($0)</Marker>" }
    return result(
      operation,
      "<\(element)>\(members)</\(element)>\(next ?? "<IsTruncated>false</IsTruncated>")"
    )
  }

  fileprivate static func names(_ operation: String, _ names: [String]) -> Self {
    list(operation, "PolicyNames", names.map { "<member>\($0)</member>" }.joined())
  }

  fileprivate static func policy(_ operation: String, _ name: String, _ document: String) -> Self {
    result(
      operation,
      "<PolicyName>\(name)</PolicyName><PolicyDocument>\(document)</PolicyDocument>"
    )
  }

  fileprivate static func version(_ document: String) -> Self {
    result("GetPolicyVersion", "<PolicyVersion><Document>\(document)</Document></PolicyVersion>")
  }

  fileprivate static func holders(_ word: String, _ name: String) -> Self {
    let lists = ["Group", "User", "Role"].map { kind in
      let member =
        "<member><\(kind)Name>\(name)</\(kind)Name><\(kind)Id>AIDAEXAMPLE</\(kind)Id></member>"
      return "<Policy\(kind)s>\(kind == word ? member : "")</Policy\(kind)s>"
    }
    return result("ListEntitiesForPolicy", lists.joined())
  }
}
