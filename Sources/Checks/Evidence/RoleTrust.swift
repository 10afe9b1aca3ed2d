import AWSOperations
import Domain

/// Who may assume the account's roles, in numbers.
struct RoleTrust {
  private(set) var services = 0
  private(set) var saml = 0
  private(set) var openID = 0
  private(set) var otherAccounts = 0
  /// Identity Center makes a role for each of its permission sets.
  private(set) var hasIdentityCenter = false

  init(of authorization: Authorization, account: AccountID) {
    for role in authorization.principals where role.kind == .role {
      hasIdentityCenter = hasIdentityCenter || role.name.hasPrefix("AWSReservedSSO_")
      let trusted = Self.trusted(by: role)
      if !trusted.services.isEmpty { services += 1 }
      if trusted.federated.contains(where: { $0.contains(":saml-provider/") }) { saml += 1 }
      if trusted.federated.contains(where: Self.isOpenID) { openID += 1 }
      if trusted.aws.contains(where: { Self.account(of: $0) != account.digits }) {
        otherAccounts += 1
      }
    }
  }

  private struct Trusted {
    var services: [String] = []
    var federated: [String] = []
    var aws: [String] = []
  }

  /// A trust policy that makes no sense trusts nobody.
  private static func trusted(by role: Principal) -> Trusted {
    var trusted = Trusted()
    guard let text = role.trustPolicy else { return trusted }
    let policy: PolicyDocument
    do { policy = try PolicyDocument(text) } catch { return trusted }
    for statement in policy.statements where statement.isAllow {
      guard let principal = statement.element("Principal") else { continue }
      guard let kinds = principal.members else {
        trusted.aws += principal.elements.compactMap(\.scalar)
        continue
      }
      for (kind, names) in kinds {
        let names = names.elements.compactMap(\.scalar)
        switch kind.lowercased() {
        case "service": trusted.services += names
        case "federated": trusted.federated += names
        case "aws": trusted.aws += names
        default: break
        }
      }
    }
    return trusted
  }

  /// Public providers, such as `accounts.google.com`, stand without an ARN.
  private static func isOpenID(_ provider: String) -> Bool {
    !provider.contains(":saml-provider/")
  }

  /// The account in an ARN, or the bare number; a star is everybody's.
  private static func account(of principal: String) -> String {
    let parts = principal.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 4 ? String(parts[4]) : principal
  }
}
