import AWSClient
import Domain

/// What lies between this machine and AWS.
struct NetworkSection {
  let settings: Settings
  let skew: Duration?

  /// AWS takes five minutes; the client corrects more, so a scan works all the same.
  private static let tolerance = 240

  init(_ settings: Settings, skew: Duration?) {
    self.settings = settings
    self.skew = skew
  }

  var section: DoctorReport.Section {
    let proxies = settings.proxies
    let none = Text(en: "none", ja: "なし")
    func setting(_ name: String, _ label: Text, _ value: String?) -> DoctorReport.Item {
      var values: Values = [:]
      values[name] = value
      return DoctorReport.Item(.neutral, name, label, value.map { Text(same: $0) } ?? none)
        .with(values: values)
    }
    let (https, http) = (proxies.https.map(Redaction.url), proxies.http.map(Redaction.url))
    let proxy = { (scheme: String) in Text(en: "\(scheme) proxy", ja: "\(scheme) プロキシ") }
    let title = Text(en: "Network", ja: "ネットワーク")
    return DoctorReport.Section(
      name: "network",
      title: title,
      items: [
        clock, setting("httpsProxy", proxy("HTTPS"), https),
        setting("httpProxy", proxy("HTTP"), http),
        setting("noProxy", Text(en: "without proxy", ja: "プロキシ除外"), proxies.exceptions),
        setting("caBundle", Text(en: "CA bundle", ja: "CA 証明書"), settings.caBundle),
      ]
    )
  }

  private var clock: DoctorReport.Item {
    let label = Text(en: "clock", ja: "時計")
    guard let seconds = (skew?.components.seconds).map({ Int($0) }) else {
      let words = Text(en: "not compared: AWS gave no answer", ja: "未確認: AWS の応答なし")
      return DoctorReport.Item(.neutral, "clock", label, words)
    }
    let words = Text(
      en: seconds == 0 ? "agrees with AWS's" : "AWS's is \(seconds) s ahead",
      ja: seconds == 0 ? "AWS と一致" : "AWS との差 \(seconds) 秒"
    )
    let values: Values = ["skewSeconds": "\(seconds)"]
    guard abs(seconds) > Self.tolerance else {
      return DoctorReport.Item(.ok, "clock", label, words).with(values: values)
    }
    let next = Text(
      en: "set this machine's clock (timedatectl set-ntp true); calls are corrected meanwhile",
      ja: "時刻を合わせてください (timedatectl set-ntp true)。それまでは呼び出し時に補正します"
    )
    return DoctorReport.Item(.problem, "clock", label, words).with(next: next, values: values)
  }
}
