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

  private struct Parts: Hashable, Sendable {
    var cause: Cause
    var permission: Permission
    var region: Region?
    var code: String?
    var deniedBy: Denier?
    var message: String?
  }

  /// Keeps the parts apart, so that a fact that might be a gap takes no more room than a pointer: a
  /// large account has a million facts, and hardly a gap.
  private final class Box: Sendable {
    let parts: Parts

    init(_ parts: Parts) {
      self.parts = parts
    }
  }

  private var box: Box

  package init(
    _ cause: Cause,
    _ permission: Permission,
    region: Region? = nil,
    code: String? = nil,
    deniedBy: Denier? = nil,
    message: String? = nil
  ) {
    box = Box(
      Parts(
        cause: cause,
        permission: permission,
        region: region,
        code: code,
        deniedBy: deniedBy,
        message: message
      )
    )
  }

  package var cause: Cause { box.parts.cause }
  package var permission: Permission { box.parts.permission }

  package var region: Region? {
    get { box.parts.region }
    set { change { $0.region = newValue } }
  }

  /// AWS's error code, such as `UnauthorizedOperation`.
  package var code: String? {
    get { box.parts.code }
    set { change { $0.code = newValue } }
  }

  package var deniedBy: Denier? {
    get { box.parts.deniedBy }
    set { change { $0.deniedBy = newValue } }
  }

  /// AWS's own sentence, or the transport's, unfiltered: sanitize before showing.
  package var message: String? {
    get { box.parts.message }
    set { change { $0.message = newValue } }
  }

  private mutating func change(_ change: (inout Parts) -> Void) {
    var parts = box.parts
    change(&parts)
    box = Box(parts)
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.box === other.box || one.box.parts == other.box.parts
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(box.parts)
  }
}
