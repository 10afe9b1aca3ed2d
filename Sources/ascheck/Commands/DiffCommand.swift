import ArgumentParser
import Domain
import Reports
import StateStore

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: Text(
      en: "Print what is new, gone or changed between two scans.",
      ja: "2つのスキャンを比べ、新規、解消、変化を表示する"
    ),
    discussion: Text(
      en: """
        Scans have the numbers that ascheck history prints. Without numbers, the last scan is \
        compared with the one before; with one number, the last scan with that one. What a scan \
        could not look at counts as still there.

        Exit status: 0 nothing moved; 1 something did.
        """,
      ja: """
        スキャンの番号は ascheck history で確認できる。番号を省略すると最後の2つを、1つ指定する\
        とそのスキャンと最後のスキャンを比べる。スキャンで確認できなかったものは、残っているとみ\
        なす。

        終了コード: 0 差なし、1 差あり。
        """
    )
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var color: ColorOptions

  @Option(help: .format)
  var format: ReportFormat = .text

  @Argument(help: ArgumentHelp(en: "Numbers of scans.", ja: "スキャンの番号", valueName: "scan"))
  var scans: [Int] = []

  func run() async throws {
    try await Program.run(common) { program in
      guard scans.count <= 2 else { throw Failure.tooManyScans }
      let record = try program.account(common.account)
      let difference = try difference(record, program)
      let report = DifferenceReport(record.account, difference)
      switch format {
      case .text: program.console.print(report.text(on: program.page(color)))
      case .json: program.console.print(report.json)
      }
      return difference.rows.isEmpty ? .success : .alert
    }
  }

  private func difference(_ record: AccountRecord, _ program: Program) throws -> ScanDifference {
    let kept = record.scans.map(\.scan.number)
    let last = kept.last ?? 0
    let to = scans.count == 2 ? scans[1] : last
    let from = scans.first ?? kept.dropLast().last ?? last - 1
    guard kept.count > 1 || scans.count == 2 else { throw Failure.nothingToCompare(record.account) }
    let memories = try program.store.memories(of: record.account)
    guard let difference = ScanDifference(in: record, memories, from: from, to: to) else {
      let missing = [from, to].first { !kept.contains($0) } ?? from
      throw Failure.unknownScan(missing, last: kept.last)
    }
    return difference
  }
}
