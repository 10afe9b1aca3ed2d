import Domain

/// Lists the accounts of the organization, for its management account or a delegated administrator.
///
/// A page may be empty and not the last.
package struct ListAccounts: PagedOperation {
  package typealias Item = OrganizationAccount

  package static let service = Service.organizations
  package static let name = "ListAccounts"
  package static let permission: Permission = "organizations:ListAccounts"

  package var pageToken: String?

  package init(pageToken: String? = nil) {
    self.pageToken = pageToken
  }

  package func request() -> WireRequest {
    json(["MaxResults": 20, "NextToken": pageToken.map(JSONValue.string)])
  }

  package static func output(from answer: WireAnswer) throws(Undecodable) -> Page<Item> {
    let answer = try JSONAnswer.decode(Answer.self, from: answer)
    var accounts: [Item] = []
    for entry in answer.accounts { accounts.append(try entry.account) }
    return Page(items: accounts, nextToken: answer.nextToken)
  }
}

package struct OrganizationAccount: Hashable, Sendable {
  package var id: AccountID
  package var name: String
  /// `ACTIVE`, or why nothing can be asked of it: `SUSPENDED`, `PENDING_CLOSURE` and others.
  package var state: String

  package init(id: AccountID, name: String, state: String = "ACTIVE") {
    self.id = id
    self.name = name
    self.state = state
  }

  package var isActive: Bool { state == "ACTIVE" }
}

private struct Answer: Decodable {
  let accounts: [Entry]
  let nextToken: String?

  struct Entry: Decodable {
    let id: String
    let name: String?
    /// In place of `Status`, which AWS retires.
    let state: String?
    let status: String?

    var account: OrganizationAccount {
      get throws(Undecodable) {
        guard let id = AccountID(digits: id) else { throw Undecodable("an Id of no account") }
        guard let state = state ?? status else { throw Undecodable("an account without State") }
        return OrganizationAccount(id: id, name: name ?? "", state: state)
      }
    }
  }
}
