import Domain

/// Which movements of one group of facts put an answer in question.
struct MaterialRule: Sendable {
  /// What a value must do for its change to count.
  enum Change: Sendable {
    case never
    case any
    /// Move towards the end of this list, best first.
    case worse([String])
    /// Grow beyond so many times what it was.
    case exceeds(Double)
  }

  enum Addition: Sendable {
    case never
    case any
    /// Any but one with this value.
    case unless(String)
  }

  enum Removal: Sendable {
    case never
    case any
    /// Only when nothing is left.
    case ofTheLast
  }

  let group: String
  /// What one thing of the group is called.
  let label: Text
  let added: Addition
  let removed: Removal
  let changed: Change
  /// Words of the values; one that is not here stands for itself.
  let values: [String: Text]

  init(
    _ group: String,
    _ label: Text,
    added: Addition = .never,
    removed: Removal = .never,
    changed: Change = .never,
    values: [String: Text] = [:]
  ) {
    self.group = group
    self.label = label
    self.added = added
    self.removed = removed
    self.changed = changed
    self.values = values
  }

  /// Whether going from one value to the other counts; `nil` is the absence of the thing.
  ///
  /// What could not be read before cannot have moved, and what cannot be read any more has.
  func counts(from then: String?, to now: String?, isEmptied: Bool) -> Bool {
    switch (then, now) {
    case (MaterialFacts.unreadable?, _): false
    case (_?, MaterialFacts.unreadable?): true
    case (nil, let now?): countsAsNew(now)
    case (_?, nil): countsAsGone(isEmptied: isEmptied)
    case (let then?, let now?): countsAsMoved(from: then, to: now)
    case (nil, nil): false
    }
  }

  private func countsAsNew(_ value: String) -> Bool {
    switch added {
    case .never: false
    case .any: true
    case .unless(let best): value != best
    }
  }

  private func countsAsGone(isEmptied: Bool) -> Bool {
    switch removed {
    case .never: false
    case .any: true
    case .ofTheLast: isEmptied
    }
  }

  private func countsAsMoved(from then: String, to now: String) -> Bool {
    switch changed {
    case .never: false
    case .any: then != now
    case .worse(let order):
      (order.firstIndex(of: now) ?? order.count) > (order.firstIndex(of: then) ?? order.count)
    case .exceeds(let factor):
      Double(then).flatMap { then in Double(now).map { $0 > then * factor } } ?? false
    }
  }
}

extension MaterialRule {
  /// What counts for each manual row; everything else that is kept is shown and counts for nothing.
  static func rules(of row: CheckID) -> [Self] {
    byRow[row] ?? []
  }

  private static let byRow: [CheckID: [Self]] = [
    "ASC 02-02": BillingBucketEvidence.rules,
    "ASC 05": CredentialEvidence.rules,
    "ASC 06": BudgetEvidence.rules,
    "ASC 09": KeyPairEvidence.rules,
    "ASC 11": SecurityGroupEvidence.rules,
    "ASC 14": TransferEvidence.rules,
    "ASC 15": VersioningEvidence.rules,
  ]
}
