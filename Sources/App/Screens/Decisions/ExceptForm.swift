import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// What was typed into the form of an exception, read.
struct ExceptForm {
  private let screen: ExceptScreen
  private let board: Board

  init(_ screen: ExceptScreen, _ board: Board) {
    self.screen = screen
    self.board = board
  }

  /// The first second after the day that was typed.
  ///
  /// Never beyond what an exception may last, where the day itself is not.
  var until: Date? {
    let (zone, typed) = (board.dates.zone, screen.text(.until))
    guard let beginning = zone.beginning(ofDay: typed), let end = zone.end(ofDay: typed) else {
      return nil
    }
    let limit = board.now.addingTimeInterval(Suppression.limit)
    return beginning <= limit ? min(end, limit) : end
  }

  var scope: Suppression.Scope {
    switch screen.subject {
    case .findings where screen.kind == .regions: .regions(screen.regions)
    case .findings(let row, let records) where screen.kind == .findings:
      .findings(
        records.map {
          Suppression.Target(finding: $0.id, row: row, resource: $0.finding.resource.arn)
        }
      )
    case .renewal(let id):
      board.record?.log.suppression(id)?.scope ?? .findings([])
    case .findings, .row:
      .pattern(
        Suppression.Pattern(
          row: CheckID(screen.text(.row)),
          region: named(.region).map { Region($0) },
          resource: named(.resource).map { Glob($0) }
        )
      )
    }
  }

  private func named(_ field: ExceptScreen.Field) -> String? {
    let text = screen.text(field)
    return text.isEmpty ? nil : text
  }

  var decision: Decision? {
    guard let until else { return nil }
    let terms = Decision.Terms(
      reason: screen.text(.reason),
      person: screen.text(.person),
      until: until
    )
    if case .renewal(let id) = screen.subject { return .renew(id, terms) }
    return .except(scope, terms)
  }

  /// How many findings of the last scans it covers, where that need not be counted.
  var coveredAtSight: Int? {
    if case .findings(_, let records) = screen.subject, screen.kind == .findings {
      return records.count
    }
    if case .renewal(let id) = screen.subject { return board.record?.covered(by: id) ?? 0 }
    if case .pattern(let pattern) = scope, pattern.isAny { return 0 }
    return nil
  }

  /// What must be mended first, and in which field.
  var objection: (ExceptScreen.Field, Text)? {
    let row = screen.text(.row)
    if screen.kind == .pattern, !row.isEmpty, CheckID(row).flatMap(Catalog.check) == nil {
      return (
        .row,
        Text(en: "there is no row \(row); write it as 07", ja: "\(row) という項目はありません。07 のように入力してください")
      )
    }
    guard let decision else {
      return (
        .until, Text(en: "the end must be like 2026-09-30", ja: "終了日は 2026-09-30 のように入力してください")
      )
    }
    guard let refusal = board.record?.log.refusal(of: decision.entry(id: "", at: board.now)) else {
      return nil
    }
    let words = Text(
      en: "\(refusal.problem.en). \(refusal.hint.en)",
      ja: "\(refusal.problem.ja)。\(refusal.hint.ja)"
    )
    return (Self.field(of: refusal, screen), words)
  }

  private static func field(of refusal: LogRefusal, _ screen: ExceptScreen) -> ExceptScreen.Field {
    switch refusal {
    case .noPerson: .person
    case .endPassed, .endTooFar: .until
    case .noScope: .resource
    default: .reason
    }
  }
}
