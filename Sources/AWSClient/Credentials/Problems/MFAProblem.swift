import Domain

/// Why a role that wants a code was not asked for.
package enum MFAProblem: Hashable, Sendable {
  /// Nobody can be asked.
  case nobodyToAsk(serial: String)
  case notACode(serial: String)

  func problem(of place: ProfileKey) -> Text {
    switch self {
    case .nobodyToAsk(let serial):
      Text(
        en: "\(place.en) wants a code of \(serial), and nobody can be asked for it here.",
        ja: "\(place.ja) には \(serial) の MFA コードが必要ですが、ここでは入力できません。"
      )
    case .notACode(let serial):
      Text(
        en: "the code of \(serial) has six digits.",
        ja: "\(serial) の MFA コードは 6 桁の数字です。"
      )
    }
  }

  func hint(of place: ProfileKey) -> Text {
    switch self {
    case .nobodyToAsk:
      Self.asking(place)
    case .notACode:
      Text(
        en: "Start again and type the six digits your device shows.",
        ja: "もう一度実行し、デバイスに表示された 6 桁を入力してください。"
      )
    }
  }

  /// Where a code can be asked for: by a command that prints, on a terminal, or by the AWS CLI.
  private static func asking(_ place: ProfileKey) -> Text {
    let export = CredentialError.export(" \(place.option)")
    return Text(
      en: "On a terminal, ascheck scan \(place.option) asks for it. Or: \(export.en)",
      ja: "端末で ascheck scan \(place.option) を実行するとコードを入力できます。"
        + "または: \(export.ja)"
    )
  }
}
