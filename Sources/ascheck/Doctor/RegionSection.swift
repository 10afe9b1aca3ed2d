import Checks
import Domain

/// The regions a scan would cover, and those of them that do not answer.
struct RegionSection {
  let home: Region
  let trials: Fact<[(region: Region, gap: Gap?)]>

  init(home: Region, _ trials: Fact<[(region: Region, gap: Gap?)]>) {
    self.home = home
    self.trials = trials
  }

  var section: DoctorReport.Section {
    let first = DoctorReport.Item(
      .ok,
      "home",
      Text(en: "home region", ja: "基準リージョン"),
      Text(same: home.name)
    ).with(values: ["region": home.name])
    let title = Text(en: "Regions", ja: "リージョン")
    return DoctorReport.Section(name: "regions", title: title, items: [first] + items)
  }

  private var items: [DoctorReport.Item] {
    let label = Text(en: "to be scanned", ja: "スキャン対象")
    switch trials {
    case .unreadable(let gap):
      let words = Text(en: "not known", ja: "不明")
      return [
        DoctorReport.Item(.problem, "scanned", label, words)
          .with(next: GapWords.sentence(for: gap), .incomplete)
      ]
    case .known(let trials):
      let names = trials.map(\.region.name)
      let words = Text(same: "\(names.count): \(names.joined(separator: ", "))")
      let scanned = DoctorReport.Item(.ok, "scanned", label, words)
        .with(values: ["regions": names.joined(separator: ",")])
      return [scanned] + trials.compactMap { trial in trial.gap.map { item(trial.region, $0) } }
    }
  }

  private func item(_ region: Region, _ gap: Gap) -> DoctorReport.Item {
    var values: Values = ["region": region.name, "cause": gap.cause.rawValue]
    values["code"] = gap.code
    values["deniedBy"] = gap.deniedBy?.rawValue
    return DoctorReport.Item(.problem, "denied", Text(same: region.name), gap.cause.short)
      .with(next: GapWords.sentence(for: gap), values: values, .incomplete)
  }
}
