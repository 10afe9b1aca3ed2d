import Domain

/// What became of an account's log since it was written.
package struct LogVerification: Hashable, Sendable {
  /// How many entries there are.
  package let count: Int
  /// The last entry's digest, to be noted elsewhere: it stands for the whole log.
  package let digest: String
  /// Every entry's digest, oldest first.
  package let digests: [String]
  /// How many entries come from a format without digests, in which nothing could be found out.
  package let migrated: Int
  /// None when the log is as it was written.
  package let faults: [LogFault]
}

/// One way in which a log is not as it was written.
package enum LogFault: Hashable, Sendable {
  package struct Place: Hashable, Sendable {
    /// Counted from 1.
    package let position: Int
    /// As it stands there now.
    package let id: LogEntry.ID
  }

  /// Its content is not what its digest says.
  case edited(Place)
  /// It stands behind a later one, or twice.
  case moved(Place)
  /// It does not follow from the entry before: one of the two was written anew.
  case unlinked(Place)
  /// No entry has this number.
  case missing(Int)
  /// The log ended with another entry.
  case endDiffers
  /// It is not noted any more where the log ends.
  case endLost

  package var words: Text {
    switch self {
    case .edited(let place):
      Text(
        en: "entry \(place.position) (\(place.id)) was edited",
        ja: "\(place.position)番目の記録 (\(place.id)) が書き換えられています"
      )
    case .moved(let place):
      Text(
        en: "entry \(place.position) (\(place.id)) was moved or copied there",
        ja: "\(place.position)番目の記録 (\(place.id)) は移動または複製されたものです"
      )
    case .unlinked(let place):
      Text(
        en: "entry \(place.position) (\(place.id)) does not follow from the one before: "
          + "one of the two was replaced",
        ja: "\(place.position)番目の記録 (\(place.id)) と直前の記録がつながりません。どちらかが差し替えられています"
      )
    case .missing(let number):
      Text(en: "entry \(number) was removed", ja: "\(number)番目の記録が削除されています")
    case .endDiffers:
      Text(
        en: "the last entry is not the one the log ended with",
        ja: "最後の記録が、保存時の最後の記録と一致しません"
      )
    case .endLost:
      Text(en: "the mark at the end of the log was removed", ja: "記録の末尾を示す情報が削除されています")
    }
  }
}
