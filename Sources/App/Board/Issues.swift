import Domain

extension [Board.Row] {
  /// The nearest row after the cursor that somebody wants, beyond the end from the other end.
  ///
  /// The cursor's own row comes last of all.
  func nearest(
    to id: CheckID?,
    forward: Bool,
    where isWanted: (Board.Row) -> Bool
  ) -> (id: CheckID, wentRound: Bool)? {
    let rows = forward ? self : reversed()
    let here = rows.firstIndex { $0.id == id } ?? -1
    let wanted = rows.indices.filter { isWanted(rows[$0]) }
    guard let next = wanted.first(where: { $0 > here }) ?? wanted.first else { return nil }
    return (rows[next].id, next <= here)
  }
}
