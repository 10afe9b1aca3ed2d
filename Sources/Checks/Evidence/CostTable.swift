import AWSOperations
import Domain

/// What each service cost in the last whole months, which somebody agreed to pay for.
struct CostTable {
  /// In the words of the question before it is read.
  static let price = Text(
    en: "Cost Explorer costs USD \(GetCostAndUsage.price.dollars) per request (usually one)",
    ja: "Cost Explorerの利用には1リクエスト \(GetCostAndUsage.price.dollars) USDかかります (通常は1回)"
  )

  private struct Line: Hashable {
    let service: String
    let unit: String
  }

  /// Oldest first.
  private let months: [String]
  private let sums: [Line: [String: Double]]

  init(_ costs: [MonthlyCost]) {
    months = Set(costs.map(\.month)).sorted()
    var sums: [Line: [String: Double]] = [:]
    for cost in costs {
      let line = Line(service: cost.service, unit: cost.cost.unit)
      sums[line, default: [:]][cost.month, default: 0] += cost.cost.number ?? 0
    }
    self.sums = sums
  }

  /// By currency, what the last month cost altogether.
  var lastTotals: [String: String] {
    guard let last = months.last else { return [:] }
    var totals: [String: Double] = [:]
    for (line, sum) in sums { totals[line.unit, default: 0] += sum[last] ?? 0 }
    return totals.mapValues(Self.text)
  }

  /// Services that are new in the last month, or half as dear again as in the month before.
  var flags: [Text] {
    let new = lines.filter { before($0) == 0 && last($0) > 0 }.map(\.service)
    let dearer = lines.filter { before($0) > 0 && last($0) > before($0) * 1.5 }.map(\.service)
    var evidence = Evidence(summary: .nothing)
    evidence.addFlag(of: months.count > 1 ? new : [], Text.newServices)
    evidence.addFlag(of: months.count > 1 ? dearer : [], Text.dearerServices)
    return evidence.flags
  }

  var table: Evidence.Table {
    Evidence.Table(
      Text(en: "Cost by service", ja: "サービス別のコスト"),
      columns: [Text(en: "service", ja: "サービス")]
        + months.map(Text.init(verbatim:)) + [Text(en: "change", ja: "増減")],
      rows: lines.map { line in
        Evidence.Table.Row(
          [Text(verbatim: line.service)]
            + months.map { Text(verbatim: "\(Self.text(sums[line]?[$0] ?? 0)) \(line.unit)") }
            + [Text(verbatim: change(of: line))],
          isFlagged: months.count > 1 && last(line) > before(line) * 1.5
        )
      }
    )
  }

  /// The dearest first.
  private var lines: [Line] {
    sums.keys.sorted { (-last($0), $0.service) < (-last($1), $1.service) }
  }

  private func last(_ line: Line) -> Double {
    months.last.flatMap { sums[line]?[$0] } ?? 0
  }

  private func before(_ line: Line) -> Double {
    months.dropLast().last.flatMap { sums[line]?[$0] } ?? 0
  }

  private func change(of line: Line) -> String {
    guard months.count > 1, before(line) > 0 else { return "-" }
    let percent = Int(((last(line) / before(line) - 1) * 100).rounded())
    return percent > 0 ? "+\(percent)%" : "\(percent)%"
  }

  /// To the hundredth.
  private static func text(_ sum: Double) -> String {
    let cents = Int((abs(sum) * 100).rounded())
    let (whole, rest) = cents.quotientAndRemainder(dividingBy: 100)
    return "\(sum < 0 && cents > 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Text {
  fileprivate static func newServices(_ list: String, _ count: Int) -> Self {
    Text(
      en: "services new in the last month (\(count)): \(list)",
      ja: "前月から新たに使われたサービスが\(count)件あります: \(list)"
    )
  }

  fileprivate static func dearerServices(_ list: String, _ count: Int) -> Self {
    Text(
      en: "services over 50% dearer than in the month before (\(count)): \(list)",
      ja: "前々月より50%を超えて増えたサービスが\(count)件あります: \(list)"
    )
  }
}
