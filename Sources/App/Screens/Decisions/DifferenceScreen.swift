import Checks
import Domain
import FoundationEssentials
import TerminalUI

/// What is new, gone and changed between two scans.
package struct DifferenceScreen: TextPage {
  package static let name = Text(en: "what changed between two scans", ja: "スキャンの比較")

  private let row: CheckID?
  private let (from, to): (Int, Int)
  private(set) var surroundings: Surroundings?
  var text = LongText<Never>()
  /// Made once: the findings of a scan that comes meanwhile are compared when it is opened again.
  private var difference: ScanDifference?

  package init(_ row: CheckID?, from: Int, to: Int) {
    self.row = row
    (self.from, self.to) = (from, to)
  }

  package mutating func take(_ surroundings: Surroundings) -> Text? {
    let isFirst = self.surroundings == nil
    self.surroundings = surroundings
    if isFirst || difference == nil { compare(surroundings.board) }
    layOut()
    return nil
  }

  private mutating func compare(_ board: Board) {
    guard let record = board.record else { return }
    let rows = board.rows.filter { row == nil || $0.id == row }
    let memories = rows.compactMap { row in row.findings.map { (row.id, $0.memory) } }
    difference = ScanDifference(
      in: record,
      Dictionary(uniqueKeysWithValues: memories),
      from: from,
      to: to
    )
  }

  // MARK: Commands

  package enum Command: Hashable, CaseIterable, Sendable {
    case read(Reading)

    package static let allCases: [Self] = Reading.allCases.map(Self.read)
  }

  package static let keymap: [KeyBinding<Command>] = Reading.bindings(Command.read)

  package func refusal(of command: Command) -> Text? {
    switch command {
    case .read(let reading): text.refusal(of: reading)
    }
  }

  // MARK: Update

  package mutating func update(_ command: Command) -> Step? {
    switch command {
    case .read(let reading):
      let step = text.read(reading)
      layOut()
      return step
    }
  }

  private mutating func layOut() {
    guard let surroundings else { return }
    let width = text.width(on: surroundings.width - 2)
    let lines =
      difference.map { DifferenceText($0, surroundings, width: width).lines }
      ?? [StyledLine(Self.forgotten[surroundings.language])]
    text.show(lines.map { .init($0) }, page: max(1, surroundings.height - 3))
  }

  private static let forgotten = Text(
    en: "The history no longer keeps both scans.",
    ja: "履歴に残っていないスキャンです。"
  )

  // MARK: What is shown

  package func draw(on canvas: inout Canvas, in language: Language) {
    let title = Text(en: "Scan \(from) to scan \(to)", ja: "スキャン \(from) から \(to)")[language]
    let subject = row.map(\.description) ?? surroundings?.board.owner(in: language) ?? ""
    canvas.drawBar(left: " \(title)   \(subject)", right: sums(in: language), row: 0)
    text.draw(on: &canvas, row: 1, in: language)
  }

  /// Such as `+12 -3 ~1`.
  private func sums(in language: Language) -> String {
    guard let difference else { return "" }
    let rows = difference.rows.values
    let new = rows.reduce(0) { $0 + $1.new.count }.withSeparators
    let gone = rows.reduce(0) { $0 + $1.gone.count }.withSeparators
    let changed = rows.reduce(0) { $0 + $1.changed.count }.withSeparators
    return Text(
      en: "+\(new) new  -\(gone) gone  ~\(changed) changed",
      ja: "新規 +\(new)  消滅 -\(gone)  変化 ~\(changed)"
    )[language]
  }
}
