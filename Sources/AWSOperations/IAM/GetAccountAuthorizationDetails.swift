import FoundationEssentials

/// A user, group or role with everything IAM grants it.
package struct Principal: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case user
    case group
    case role
  }

  package var kind: Kind
  package var arn: String
  package var name: String
  package var path: String = "/"
  package var inlinePolicies: [InlinePolicy] = []
  package var attachedPolicies: [AttachedPolicy] = []
  package var permissionsBoundary: String?
  /// A user's groups, by name.
  package var groups: [String] = []
  /// A role's trust policy, as AWS sent it.
  package var trustPolicy: String?
  /// A role's instance profiles, by ARN.
  package var instanceProfiles: [String] = []
  package var lastUsed: Date?

  package init(kind: Kind, arn: String, name: String) {
    self.kind = kind
    self.arn = arn
    self.name = name
  }
}

package struct InlinePolicy: Hashable, Sendable {
  package var name: String
  /// As AWS sent it: percent-encoded or plain.
  package var document: String

  package init(name: String, document: String) {
    self.name = name
    self.document = document
  }
}

package struct AttachedPolicy: Hashable, Sendable {
  package var name: String
  package var arn: String

  package init(name: String, arn: String) {
    self.name = name
    self.arn = arn
  }
}

/// A managed policy in its default version.
package struct ManagedPolicy: Hashable, Sendable {
  package var arn: String
  package var defaultVersionID: String
  /// Of the default version, as AWS sent it: percent-encoded or plain.
  ///
  /// `nil` if it was not sent.
  package var document: String?

  package init(arn: String, defaultVersionID: String, document: String?) {
    self.arn = arn
    self.defaultVersionID = defaultVersionID
    self.document = document
  }
}
