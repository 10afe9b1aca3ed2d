import Domain

/// The decision that stands where the cursor is, and can be taken back.
package struct StandingDecision: Equatable, Sendable {
  /// Of the log's entry.
  let id: LogEntry.ID
  let question: Question

  /// `nil` where nobody has evaluated the row.
  init?(of row: Board.Row?, on board: Board?) {
    guard let id = row?.review.attestation?.id,
      let question = Question.withdrawal(of: row, on: board)
    else { return nil }
    self.id = id
    self.question = question
  }

  /// `nil` for what has been ended already.
  init?(of suppression: Suppression?, on board: Board?) {
    guard let suppression, suppression.ending == nil, let board else { return nil }
    id = suppression.id
    question = .end(of: suppression, by: board.reviewer)
  }
}
