import AWSClient
import Domain

/// Where credentials were looked for, and what was found.
struct CredentialSection {
  let settings: Settings
  let attempts: [CredentialAttempt]

  init(_ settings: Settings, attempts: [CredentialAttempt]) {
    self.settings = settings
    self.attempts = attempts
  }

  var found: Credentials? { attempts.lazy.compactMap(\.credentials).first }

  var section: DoctorReport.Section {
    let profile = DoctorReport.Item(
      .neutral,
      "profile",
      Text(en: "profile", ja: "プロファイル"),
      Text(same: settings.profileName)
    )
    let tail = found.map { [Self.key($0)] } ?? missing
    return Self.section([profile] + attempts.map(Self.item) + tail)
  }

  static func section(ofFailure failure: Failure) -> DoctorReport.Section {
    let label = Text(en: "settings", ja: "設定")
    return section([
      DoctorReport.Item(.problem, "settings", label, failure.problem)
        .with(next: failure.hint, .impossible)
    ])
  }

  private static func section(_ items: [DoctorReport.Item]) -> DoctorReport.Section {
    let title = Text(en: "Credentials", ja: "認証情報")
    return DoctorReport.Section(name: "credentials", title: title, items: items)
  }

  private static func item(_ attempt: CredentialAttempt) -> DoctorReport.Item {
    let (place, label) = (attempt.place.rawValue, attempt.place.words)
    switch attempt.outcome {
    case .absent:
      return DoctorReport.Item(.neutral, place, label, Text(en: "nothing there", ja: "なし"))
    case .found:
      return DoctorReport.Item(.ok, place, label, Text(en: "used", ja: "使用"))
    case .failed(let error):
      return DoctorReport.Item(.problem, place, label, error.problem)
        .with(next: error.hint, .impossible)
    }
  }

  /// A key that was refused has said so itself.
  private var missing: [DoctorReport.Item] {
    let hasFailed = attempts.contains { if case .failed = $0.outcome { true } else { false } }
    guard !hasFailed else { return [] }
    let error = CredentialError.none(profile: settings.profileName)
    let label = Text(en: "credentials", ja: "認証情報")
    return [
      DoctorReport.Item(.problem, "none", label, error.problem).with(next: error.hint, .impossible)
    ]
  }

  private static func key(_ credentials: Credentials) -> DoctorReport.Item {
    let key = Redaction.shortened(credentials.accessKeyID)
    let end = credentials.expiresAt.map(Timestamp.text)
    let isTemporary = credentials.sessionToken != nil
    var values: Values = ["key": key, "temporary": isTemporary ? "true" : "false"]
    values["expiresAt"] = end
    let kind =
      isTemporary
      ? Text(
        en: end.map { "temporary, until \($0)" } ?? "temporary",
        ja: end.map { "一時的、\($0) まで有効" } ?? "一時的"
      )
      : Text(en: "long-term", ja: "長期")
    let label = Text(en: "access key", ja: "アクセスキー")
    let words = Text(en: "\(key) (\(kind.en))", ja: "\(key) (\(kind.ja))")
    return DoctorReport.Item(.ok, "accessKey", label, words).with(values: values)
  }
}
