/// Why a fact could not be read.
///
/// A gap is data: it becomes an *unknown* finding, never a pass and never an alert.
package struct Gap: Error, Hashable, Sendable {
  package enum Cause: String, CaseIterable, Sendable {
    /// AWS refused: a permission is missing, or a policy denies it.
    case accessDenied
    /// The region is not enabled for the account, or its endpoints refuse the credentials.
    case regionNotUsable
    /// The credentials have expired or are not valid anywhere.
    case credentials
    case throttled
    /// No answer: connection, TLS, DNS, time limit of one call, or a server fault that stayed.
    case unreachable
    /// An answer of a shape the operation does not have.
    case undecodable
    /// The endpoint does not know the operation, as emulators and old regions do not.
    case notImplemented
    /// The resource vanished between listing and looking.
    case gone
    /// The bucket belongs to another account that does not let us look.
    case crossAccount
    /// The time limit of the whole scan, or the operator, ended the scan before this was read.
    case cancelled
    /// AWS refused for a reason none of the above names; `code` holds it.
    case refused
    /// Nothing asked for the fact: an error of the program.
    case notCollected
  }

  /// What kind of policy refused, as far as AWS's message says.
  package enum Denier: String, Sendable {
    case identityPolicy
    case serviceControlPolicy
    case resourceControlPolicy
    case resourcePolicy
    case permissionsBoundary
    case sessionPolicy
  }

  package let cause: Cause
  package let permission: Permission
  package var region: Region?
  /// AWS's error code, such as `UnauthorizedOperation`.
  package var code: String?
  package var deniedBy: Denier?
  /// AWS's own sentence, or the transport's, unfiltered: sanitize before showing.
  package var message: String?

  package init(
    _ cause: Cause,
    _ permission: Permission,
    region: Region? = nil,
    code: String? = nil,
    deniedBy: Denier? = nil,
    message: String? = nil
  ) {
    self.cause = cause
    self.permission = permission
    self.region = region
    self.code = code
    self.deniedBy = deniedBy
    self.message = message
  }
}
