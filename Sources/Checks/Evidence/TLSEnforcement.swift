import Domain

/// How far a bucket's policy refuses requests that are not encrypted.
enum TLSEnforcement: String, CaseIterable {
  /// Everything is refused.
  case enforced
  /// Only some requests are: of some callers, actions or objects, or under a further condition.
  case partial
  case absent

  var words: Text {
    switch self {
    case .enforced: Text(en: "enforced", ja: "強制")
    case .partial: Text(en: "partial", ja: "一部のみ")
    case .absent: Text(en: "absent", ja: "なし")
    }
  }

  /// `nil` stands for a bucket without a policy.
  static func of(policy text: String?, bucket arn: String) -> Fact<Self> {
    guard let text else { return .known(.absent) }
    do {
      return .known(try PolicyDocument(text).tlsEnforcement(of: arn))
    } catch {
      return .unreadable(Gap(.undecodable, "s3:GetBucketPolicy", message: error.detail))
    }
  }
}

extension PolicyDocument {
  /// Several statements may do together what none does alone.
  fileprivate func tlsEnforcement(of arn: String) -> TLSEnforcement {
    let denials = statements.filter { statement in
      statement.effect == "Deny" && statement.concernsPlainRequests && statement.isAbout(arn)
    }
    guard !denials.isEmpty else { return .absent }
    let probes = [
      ("s3:getobject", "\(arn)/folder/object"), ("s3:putobject", "\(arn)/folder/object"),
      ("s3:listbucket", arn),
    ]
    let refusesAll = probes.allSatisfy { action, resource in
      denials.contains { $0.refusesEverybody(action, on: resource) }
    }
    return refusesAll ? .enforced : .partial
  }
}

extension PolicyStatement {
  /// An Allow for encrypted requests refuses nobody who is allowed elsewhere, so only Deny counts.
  fileprivate var concernsPlainRequests: Bool {
    conditions.contains(where: \.isAboutPlainRequests)
  }

  /// Or about a part of it; what stands in `NotResource` leaves a part of it over.
  fileprivate func isAbout(_ arn: String) -> Bool {
    guard let resources else { return true }
    return resources.contains { resource in
      resource.hasPrefix("\(arn)/") || Wildcard(resource).matches(arn)
        || Wildcard(resource).matches("\(arn)/folder/object")
    }
  }

  fileprivate func refusesEverybody(_ action: String, on resource: String) -> Bool {
    let isAboutNothingElse = conditions.allSatisfy(\.isAboutPlainRequests) && conditions.count == 1
    return isAboutNothingElse && isAboutEverybody
      && (actions ?? []).contains { Wildcard.action($0).matches(action) }
      && (resources ?? []).contains { Wildcard($0).matches(resource) }
  }

  private var isAboutEverybody: Bool {
    guard let principal = element("Principal") else { return false }
    guard let kinds = principal.members else {
      return principal.elements.contains { $0.scalar == "*" }
    }
    return kinds.contains { kind, names in
      kind.lowercased() == "aws" && names.elements.contains { $0.scalar == "*" }
    }
  }

  private var conditions: [StatementCondition] {
    (condition?.members ?? [:]).flatMap { name, keys in
      (keys.members ?? [:]).map { key, values in
        StatementCondition(
          name: name.lowercased(),
          key: key.lowercased(),
          values: values.elements.compactMap(\.scalar)
        )
      }
    }
  }
}

/// One key that a statement's condition looks at.
private struct StatementCondition {
  let name: String
  let key: String
  let values: [String]

  /// Plain HTTP, or a version of TLS that is too old.
  var isAboutPlainRequests: Bool {
    switch (name, key) {
    case ("bool", "aws:securetransport"), ("boolifexists", "aws:securetransport"):
      values.contains { $0.lowercased() == "false" }
    case ("numericlessthan", "s3:tlsversion"), ("numericlessthanifexists", "s3:tlsversion"):
      values.contains { Double($0).map { $0 >= 1.2 } ?? false }
    default: false
    }
  }
}
