import Domain

/// One row of the checklist.
package struct Check: Identifiable, Sendable {
  package enum Section: CaseIterable, Sendable {
    case general
    case compute
    case storage

    package var title: Text {
      switch self {
      case .general: Text(en: "General", ja: "全般")
      case .compute: Text(en: "EC2/VPC/EBS", ja: "EC2/VPC/EBS")
      case .storage: Text(en: "S3", ja: "S3")
      }
    }
  }

  /// How the row gets its answer.
  package enum Method: Sendable {
    /// `Inventory` to findings, one for each unit. An uncaught gap makes the whole row unknown.
    case automatic(needs: Set<Need>, judge: @Sendable (Inventory) throws(Gap) -> [Finding])
    /// A person answers, and the answer lapses.
    case manual
  }

  package let id: CheckID
  package let section: Section
  /// The checklist's own name.
  ///
  /// Describes the account that passes, so that it reads right beside any status.
  package let title: Text
  /// At most 34 cells wide in either language.
  package let shortTitle: Text
  /// When the row alerts, to follow "Alert when".
  package let criterion: Text
  package let why: Text
  package let remedy: Text
  package let severity: Severity
  /// Every reason and warning the row's findings may carry.
  package let reasons: [Reason]
  package let method: Method

  package init(
    id: CheckID,
    section: Section,
    title: Text,
    shortTitle: Text,
    criterion: Text,
    why: Text,
    remedy: Text,
    severity: Severity,
    reasons: [Reason] = [],
    method: Method
  ) {
    self.id = id
    self.section = section
    self.title = title
    self.shortTitle = shortTitle
    self.criterion = criterion
    self.why = why
    self.remedy = remedy
    self.severity = severity
    self.reasons = reasons
    self.method = method
  }

  package var isManual: Bool {
    if case .manual = method { true } else { false }
  }

  package var needs: Set<Need> {
    if case .automatic(let needs, _) = method { needs } else { [] }
  }

  /// The IAM actions the row needs, without those of a fallback that it may never take.
  ///
  /// Of a manual row they are those of its evidence, as far as AWS charges nothing for it.
  package var permissions: [Permission] {
    let needs = isManual ? Evidence.needs(of: id) : needs
    return Set(needs.flatMap(\.permissions)).sorted { $0.name < $1.name }
  }

  /// What the check says about an account: never nothing, except for a manual row.
  package func findings(in inventory: Inventory) -> [Finding] {
    guard case .automatic(_, let judge) = method else { return [] }
    let account = Resource.account(of: inventory)
    do throws(Gap) {
      let findings = try judge(inventory)
      return findings.isEmpty ? [.notApplicable(account, .nothingToCheck)] : findings
    } catch {
      return [.unknown(account, error)]
    }
  }
}

extension Resource {
  /// The account as a whole, under the name of its root user.
  package static func account(of inventory: Inventory) -> Self {
    Self(
      arn: "arn:\(inventory.partition.rawValue):iam::\(inventory.account.digits):root",
      region: nil
    )
  }

  /// One service in one region, for what cannot be said of any single resource.
  package static func region(_ region: Region?, service: String, of inventory: Inventory) -> Self {
    let (partition, account) = (inventory.partition.rawValue, inventory.account.digits)
    return Self(
      arn: "arn:\(partition):\(service):\(region?.name ?? "*"):\(account):*",
      region: region
    )
  }
}

extension Text {
  /// The criterion of every manual row.
  static let evaluationLapsed = Text(
    en: "nobody has recorded an evaluation, or the last one is 180 days old or older",
    ja: "評価が未実施、または前回の評価から180日が経過した場合"
  )
}
