import AWSOperations
import Domain

/// Who the credentials belong to.
struct IdentitySection {
  let identity: CallerIdentity

  init(_ identity: CallerIdentity) {
    self.identity = identity
  }

  var section: DoctorReport.Section {
    let partition = identity.partition.rawValue
    return Self.section([
      DoctorReport.Item(
        .ok,
        "caller",
        Text(en: "signed in as", ja: "実行者"),
        Text(same: identity.arn)
      ).with(values: ["arn": identity.arn]),
      DoctorReport.Item(
        .ok,
        "account",
        Text(en: "account", ja: "アカウント"),
        Text(same: identity.account.grouped)
      ).with(values: ["account": identity.account.digits]),
      DoctorReport.Item(
        .ok,
        "partition",
        Text(en: "partition", ja: "パーティション"),
        Text(same: partition)
      ).with(values: ["partition": partition]),
    ])
  }

  static func section(ofFailure failure: Failure) -> DoctorReport.Section {
    let label = Text(en: "signed in as", ja: "実行者")
    return section([
      DoctorReport.Item(.problem, "caller", label, failure.problem)
        .with(next: failure.hint, .impossible)
    ])
  }

  private static func section(_ items: [DoctorReport.Item]) -> DoctorReport.Section {
    DoctorReport.Section(name: "identity", title: Text(en: "Identity", ja: "実行者"), items: items)
  }
}
