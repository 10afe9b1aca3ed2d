import Domain

/// Why the credentials of `aws login` cannot be used.
package enum LoginProblem: Hashable, Sendable {
  case signedOut(file: String)
  case cacheMalformed(file: String)
  case lapsed(file: String)
  case refused(Gap)

  func problem(of place: ProfileKey) -> Text {
    switch self {
    case .signedOut(let file):
      Text(
        en: "\(place.en) is not signed in: there is no \(file).",
        ja: "\(place.ja) はサインインしていません（\(file) なし）。"
      )
    case .cacheMalformed(let file):
      Text(
        en: "\(place.en) cannot sign in: \(file) holds no whole sign-in.",
        ja: "\(place.ja) でサインインできません: \(file) の内容が壊れています。"
      )
    case .lapsed(let file):
      Text(
        en: "the sign-in of \(place.en) has lapsed (\(file)).",
        ja: "\(place.ja) のサインインが期限切れです（\(file)）。"
      )
    case .refused(let gap):
      Text(
        en: "AWS does not renew the sign-in of \(place.en): \(gap.told)",
        ja: "\(place.ja) のサインインを更新できませんでした: \(gap.told)"
      )
    }
  }

  func hint(of place: ProfileKey) -> Text {
    Text(
      en: "Run `aws login \(place.option)`.",
      ja: "`aws login \(place.option)` を実行してください。"
    )
  }
}
