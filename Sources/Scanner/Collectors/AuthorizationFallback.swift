import AWSOperations
import Checks
import Domain

/// Reads who may do what in many small calls, where `GetAccountAuthorizationDetails` is refused.
///
/// A small call that is refused too becomes unread grants, so that what others told still counts
/// and nothing passes for not being there.
struct AuthorizationFallback: Sendable {
  let reader: Reader
  /// Why the one large call did not answer.
  let refusal: Gap

  /// Worth trying where the call itself is the trouble; more calls do not help against throttling.
  static func helps(against gap: Gap) -> Bool {
    [.accessDenied, .notImplemented].contains(gap.cause)
  }

  /// Unreadable, for the first refusal, where IAM lists nothing at all.
  func authorization() async -> Fact<Authorization> {
    async let users = reader.readAll(ListUsers(), in: reader.homeRegion)
    async let groups = reader.readAll(ListGroups(), in: reader.homeRegion)
    async let roles = reader.readAll(ListRoles(), in: reader.homeRegion)
    async let policies = reader.readAll(ListPolicies(), in: reader.homeRegion)
    let lists: [(Principal.Kind, Fact<[Principal]>)] = [
      (.user, await users), (.group, await groups), (.role, await roles),
    ]
    let managed = await policies
    guard managed.value != nil || lists.contains(where: { $0.1.value != nil }) else {
      return .unreadable(refusal)
    }
    var authorization = Authorization(principals: [], policies: [:])
    authorization.detailsGap = refusal
    for (kind, list) in lists {
      authorization.add(kind, list)
    }
    await readInlinePolicies(into: &authorization)
    await readManagedPolicies(managed, into: &authorization)
    return .known(authorization)
  }

  private func readInlinePolicies(into authorization: inout Authorization) async {
    let read = await authorization.principals.concurrentMap(window: Reader.window) { principal in
      switch principal.kind {
      case .user: await inlinePolicies(of: principal, UserOwner.self)
      case .group: await inlinePolicies(of: principal, GroupOwner.self)
      case .role: await inlinePolicies(of: principal, RoleOwner.self)
      }
    }
    authorization.principals = read.map(\.principal)
    authorization.unread += read.flatMap(\.unread)
  }

  private func inlinePolicies<Owner: PolicyOwner>(
    of principal: Principal,
    _: Owner.Type
  ) async -> (principal: Principal, unread: [UnreadGrants]) {
    let list = ListInlinePolicies<Owner>(of: principal.name)
    let names: [String]
    switch await reader.readAll(list, in: reader.homeRegion) {
    case .known(let listed): names = listed
    case .unreadable(let gap):
      return (principal, [UnreadGrants(.inlinePolicies(of: principal), gap)])
    }
    var (principal, unread) = (principal, [UnreadGrants]())
    for name in names {
      let call = GetInlinePolicy<Owner>(of: principal.name, policy: name)
      switch await reader.read(call, in: reader.homeRegion) {
      case .known(let policy): principal.inlinePolicies.append(policy)
      case .unreadable(let gap):
        unread.append(UnreadGrants(.inlinePolicy(name, of: principal), gap))
      }
    }
    return (principal, unread)
  }

  private func readManagedPolicies(
    _ managed: Fact<[ListedPolicy]>,
    into authorization: inout Authorization
  ) async {
    switch managed {
    case .unreadable(let gap): authorization.unread.append(UnreadGrants(.managedPolicies, gap))
    case .known(let policies):
      let read = await policies.concurrentMap(window: Reader.window) { policy in
        let call = ListEntitiesForPolicy(policyARN: policy.arn)
        async let holders = reader.readAll(call, in: reader.homeRegion)
        async let text = reader.withDocument(ManagedPolicy(policy))
        return (AttachedPolicy(name: policy.name, arn: policy.arn), await holders, await text)
      }
      for (policy, _, text) in read { authorization.policies[policy.arn] = text }
      authorization.attach(read.map { ($0.0, $0.1) }, in: reader.identity)
    }
  }
}

extension Reader {
  /// The policy with its document, which is fetched where it is missing.
  func withDocument(_ policy: ManagedPolicy) async -> Fact<ManagedPolicy> {
    guard policy.document == nil else { return .known(policy) }
    let call = GetPolicyVersion(policyARN: policy.arn, versionID: policy.defaultVersionID)
    return await read(call, in: homeRegion).map { document in
      ManagedPolicy(
        arn: policy.arn,
        defaultVersionID: policy.defaultVersionID,
        document: document
      )
    }
  }
}

extension Authorization {
  fileprivate mutating func add(_ kind: Principal.Kind, _ list: Fact<[Principal]>) {
    switch list {
    case .known(let listed): principals += listed
    case .unreadable(let gap): unread.append(UnreadGrants(.inlinePoliciesOfAll(kind), gap))
    }
  }

  fileprivate mutating func attach(
    _ attachments: [(policy: AttachedPolicy, holders: Fact<[PolicyEntity]>)],
    in identity: CallerIdentity
  ) {
    let places = principals.indices.map { (Holder(principals[$0]), $0) }
    var placeOfHolder = Dictionary(places) { first, _ in first }
    for (policy, holders) in attachments {
      if let gap = holders.gap { unread.append(UnreadGrants(.attachments(of: policy), gap)) }
      for entity in holders.value ?? [] {
        let holder = Holder(entity)
        let place = placeOfHolder[holder] ?? principals.endIndex
        if place == principals.endIndex { principals.append(Principal(entity, of: identity)) }
        placeOfHolder[holder] = place
        principals[place].attachedPolicies.append(policy)
      }
    }
  }
}

/// What the lists of principals and of attachments have in common.
private struct Holder: Hashable {
  let kind: Principal.Kind
  let name: String

  init(_ principal: Principal) {
    (kind, name) = (principal.kind, principal.name)
  }

  init(_ entity: PolicyEntity) {
    (kind, name) = (entity.kind, entity.name)
  }
}

extension Principal {
  /// One that no list had: the list was refused, or was made before the principal was.
  ///
  /// Its path is not known and taken to be `/`.
  fileprivate init(_ entity: PolicyEntity, of identity: CallerIdentity) {
    let (partition, account) = (identity.partition.rawValue, identity.account.digits)
    self.init(
      kind: entity.kind,
      arn: "arn:\(partition):iam::\(account):\(entity.kind.rawValue)/\(entity.name)",
      name: entity.name
    )
  }
}

extension ManagedPolicy {
  fileprivate init(_ listed: ListedPolicy) {
    self.init(arn: listed.arn, defaultVersionID: listed.defaultVersionID, document: nil)
  }
}
