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
        en: "The code of \(serial) has six digits.",
        ja: "\(serial) の MFA コードは 6 桁の数字です。"
      )
    }
  }

  func hint(of place: ProfileKey) -> Text {
    switch self {
    case .nobodyToAsk:
      CredentialError.export(" \(place.option)")
    case .notACode:
      Text(
        en: "Start again and type the six digits your device shows.",
        ja: "もう一度実行し、デバイスに表示された 6 桁を入力してください。"
      )
    }
  }
}
