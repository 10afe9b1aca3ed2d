import FoundationEssentials

/// Why an act is not written into the log.
package enum LogRefusal: Error, Hashable, Sendable {
  case noPerson
  case noNote
  /// Dated ahead of the clock by more than the tolerance.
  case dateAhead
  case unknownAttestation(Attestation.ID)
  case alreadyWithdrawn(by: String)

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
    case .unknownAttestation:
      Text(
        en: "ascheck history lists what was recorded.",
        ja: "記録の一覧は ascheck history で表示できます。"
      )
    case .alreadyWithdrawn: Text(en: "Nothing was changed.", ja: "変更はありません。")
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
    }
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

extension String {
  /// True where nothing can be read: empty, or white space alone.
  package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
