import FoundationEssentials

/// Why an act is not written into the log.
package enum LogRefusal: Error, Hashable, Sendable {
  case noPerson
  case noNote
  /// Dated ahead of the clock by more than the tolerance.
  case dateAhead
  case unknownAttestation(Attestation.ID)
  case alreadyWithdrawn(by: String)
  case noReason
  /// The exception would cover nothing, or everything.
  case noScope
  /// Its end is not after now.
  case endPassed
  /// Its end is more than 180 days ahead.
  case endTooFar
  case unknownException(Suppression.ID)
  case alreadyEnded(by: String)

  package var problem: Text {
    switch self {
    case .noPerson: Text(en: "it is not said who decided this", ja: "誰の判断かが記入されていません")
    case .noNote: Text(en: "the note is empty", ja: "所見が空です")
    case .dateAhead:
      Text(en: "the date of the evaluation lies in the future", ja: "評価日が未来の日付です")
    case .unknownAttestation(let id):
      Text(en: "there is no evaluation \(id)", ja: "\(id) という評価の記録はありません")
    case .alreadyWithdrawn(let person):
      Text(en: "\(person) has withdrawn it already", ja: "すでに \(person) が取り消しています")
    case .noReason: Text(en: "the reason is empty", ja: "理由が空です")
    case .noScope:
      Text(
        en: "it is not said which findings the exception is for",
        ja: "例外の対象が指定されていません"
      )
    case .endPassed: Text(en: "the end of the exception has passed", ja: "例外の終了日が過ぎています")
    case .endTooFar:
      Text(
        en: "the end of the exception is more than 180 days ahead",
        ja: "例外の終了日が180日より先です"
      )
    case .unknownException(let id):
      Text(en: "there is no exception \(id)", ja: "\(id) という例外はありません")
    case .alreadyEnded(let person):
      Text(en: "\(person) has ended it already", ja: "すでに \(person) が終了しています")
    }
  }

  package var hint: Text {
    switch self {
    case .noPerson:
      Text(en: "Name the person who answers for it.", ja: "責任を持つ人の名前を記入してください。")
    case .noNote:
      Text(
        en: "Say in a few words what was looked at and what was found.",
        ja: "何を確認し、どうだったかを簡潔に記入してください。"
      )
    case .dateAhead:
      Text(
        en: "It may be set back, never forward; check this machine's clock.",
        ja: "日付は過去にのみ変更できます。この端末の時計も確認してください。"
      )
    case .noReason: Text(en: "Say why the risk is accepted.", ja: "リスクを受け入れる理由を記入してください。")
    case .noScope:
      Text(
        en: "Name findings, or a row, a region or a resource other than * alone.",
        ja: "検出結果か、項目、リージョン、リソース (* だけは不可) を指定してください。"
      )
    case .endPassed, .endTooFar:
      Text(
        en: "Name a day within the next 180; it can be renewed when the time comes.",
        ja: "180日以内の日付を指定してください。期限が来たら更新できます。"
      )
    case .unknownAttestation:
      Text(en: "ascheck history lists them all.", ja: "一覧は ascheck history で表示できます。")
    case .unknownException:
      Text(en: "ascheck exceptions lists them all.", ja: "一覧は ascheck exceptions で表示できます。")
    case .alreadyWithdrawn, .alreadyEnded: Text(en: "Nothing was changed.", ja: "変更はありません。")
    }
  }
}

extension Log {
  /// Why this entry must not follow the ones there are; `nil` when it may.
  package func refusal(of entry: LogEntry) -> LogRefusal? {
    guard !entry.person.isBlank else { return .noPerson }
    return switch entry {
    case .attestation(let attestation): attestation.refusal
    case .withdrawal(let withdrawal): refusal(of: withdrawal)
    case .exception(let suppression): suppression.refusal
    case .renewal(let it):
      refusal(ofChanging: it.suppression) ?? Suppression.refusal(until: it.until, at: it.recordedAt)
    case .ending(let it): refusal(ofChanging: it.suppression)
    }
  }

  private func refusal(ofChanging id: Suppression.ID) -> LogRefusal? {
    guard let suppression = suppression(id) else { return .unknownException(id) }
    return suppression.ending.map { .alreadyEnded(by: $0.person) }
  }

  private func refusal(of withdrawal: Withdrawal) -> LogRefusal? {
    let id = withdrawal.attestation
    guard attestations.contains(where: { $0.id == id }) else { return .unknownAttestation(id) }
    return self.withdrawal(of: id).map { .alreadyWithdrawn(by: $0.person) }
  }
}

extension Attestation {
  fileprivate var refusal: LogRefusal? {
    if note.isBlank { return .noNote }
    return attestedAt > recordedAt.addingTimeInterval(Self.tolerance) ? .dateAhead : nil
  }
}

extension Suppression {
  fileprivate var refusal: LogRefusal? {
    if reason.isBlank { return .noReason }
    switch scope {
    case .findings(let targets): if targets.isEmpty { return .noScope }
    case .pattern(let pattern): if pattern.isAny { return .noScope }
    case .regions(let regions):
      if regions.isEmpty || regions.contains(Pattern.global) { return .noScope }
    }
    return Self.refusal(until: until, at: recordedAt)
  }

  fileprivate static func refusal(until end: Date, at now: Date) -> LogRefusal? {
    if end <= now { return .endPassed }
    return end > now.addingTimeInterval(limit) ? .endTooFar : nil
  }
}

extension String {
  /// True where nothing can be read: empty, or white space alone.
  package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
