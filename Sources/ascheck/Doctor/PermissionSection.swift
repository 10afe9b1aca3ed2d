import Checks
import Domain
import Scanner

/// Which permissions of the scan policy are there.
struct PermissionSection {
  let trials: [PermissionTrial]

  init(_ trials: [PermissionTrial]) {
    self.trials = trials
  }

  var section: DoctorReport.Section {
    let title = Text(en: "Permissions", ja: "権限")
    return DoctorReport.Section(name: "permissions", title: title, items: trials.map(item))
  }

  private func item(_ trial: PermissionTrial) -> DoctorReport.Item {
    let (name, label) = (trial.permission.name, Text(same: trial.permission.name))
    switch trial.outcome {
    case .allowed:
      return DoctorReport.Item(.ok, name, label, Text(en: "allowed", ja: "許可"))
        .with(values: ["outcome": "allowed"])
    case .denied(let gap):
      return DoctorReport.Item(.problem, name, label, Self.denial(by: gap.deniedBy))
        .with(next: Self.advice(gap.deniedBy), values: Self.values("denied", gap), .incomplete)
    case .unclear(let gap):
      // What an emulator does not offer, a scan does without; no permission is missing.
      let ability: DoctorReport.Ability = gap.cause == .notImplemented ? .complete : .incomplete
      return DoctorReport.Item(.unclear, name, label, gap.cause.short)
        .with(next: GapWords.sentence(for: gap), values: Self.values("unclear", gap), ability)
    case .notTried(let missing, let isListed):
      let why = isListed ? missing.absence : missing.ignorance
      let words = Text(en: "not tried: \(why.en)", ja: "未確認: \(why.ja)")
      return DoctorReport.Item(.unclear, name, label, words).with(values: [
        "outcome": "notTried", "missing": missing.rawValue,
        "listed": isListed ? "true" : "false",
      ])
    }
  }

  private static func values(_ outcome: String, _ gap: Gap) -> Values {
    var values: Values = ["outcome": outcome, "cause": gap.cause.rawValue]
    values["code"] = gap.code
    values["deniedBy"] = gap.deniedBy?.rawValue
    values["region"] = gap.region?.name
    return values
  }

  private static func denial(by denier: Gap.Denier?) -> Text {
    guard let policy = denier?.words else { return Text(en: "denied", ja: "拒否") }
    return Text(en: "denied by \(policy.en)", ja: "\(policy.ja)により拒否")
  }

  /// The same for all that one kind of policy denies, so that it is said once.
  private static func advice(_ denier: Gap.Denier?) -> Text {
    switch denier {
    case nil, .identityPolicy:
      Text(
        en: "allow it for the identity that scans; ascheck policy prints the whole policy",
        ja: "スキャンする権限に追加してください。必要なポリシーは ascheck policy で出力できます"
      )
    case .serviceControlPolicy, .resourceControlPolicy:
      Text(
        en: "ask the organization's administrator; nobody in the account can lift it",
        ja: "組織の管理者に確認してください。アカウント側では解除できません"
      )
    case .resourcePolicy:
      Text(
        en: "have the policy of the resource let the identity that scans in",
        ja: "リソースのポリシーで、スキャンする権限を許可してください"
      )
    case .permissionsBoundary:
      Text(
        en: "add it to the permissions boundary of the identity that scans",
        ja: "スキャンする権限のアクセス許可の境界に追加してください"
      )
    case .sessionPolicy:
      Text(en: "sign in without a session policy", ja: "セッションポリシーなしでサインインしてください")
    }
  }
}

extension Gap.Denier {
  fileprivate var words: Text {
    switch self {
    case .identityPolicy: Text(en: "an identity policy", ja: "IDベースのポリシー")
    case .serviceControlPolicy:
      Text(en: "a service control policy", ja: "サービスコントロールポリシー")
    case .resourceControlPolicy:
      Text(en: "a resource control policy", ja: "リソースコントロールポリシー")
    case .resourcePolicy: Text(en: "the policy of the resource", ja: "リソースのポリシー")
    case .permissionsBoundary: Text(en: "a permissions boundary", ja: "アクセス許可の境界")
    case .sessionPolicy: Text(en: "the session's policy", ja: "セッションポリシー")
    }
  }
}

extension PermissionTrial.Missing {
  fileprivate var absence: Text {
    switch self {
    case .trail: Text(en: "there is no trail", ja: "証跡がありません")
    case .bucket: Text(en: "there is no bucket", ja: "バケットがありません")
    case .accessPoint: Text(en: "there is no access point", ja: "アクセスポイントなし")
    case .export: Text(en: "there is no data export", ja: "データエクスポートなし")
    }
  }

  fileprivate var ignorance: Text {
    switch self {
    case .trail: Text(en: "the trails are not known", ja: "証跡の一覧を取得不可")
    case .bucket: Text(en: "the buckets are not known", ja: "バケットの一覧を取得不可")
    case .accessPoint:
      Text(en: "the access points are not known", ja: "アクセスポイントの一覧を取得不可")
    case .export:
      Text(en: "the data exports are not known", ja: "データエクスポートの一覧を取得不可")
    }
  }
}
