import CursesTerminal
import Domain

/// Whether the full screen can be shown; a scan needs none.
struct TerminalSection {
  let probe: TerminalProbe
  let console: Console

  init(_ environment: [String: String], _ console: Console) {
    probe = TerminalProbe(TerminalOptions(environment: environment))
    self.console = console
  }

  var section: DoctorReport.Section {
    let title = Text(en: "Terminal", ja: "端末")
    return DoctorReport.Section(
      name: "terminal",
      title: title,
      items: [type, charset, columns, colors, width, escapeDelay]
    )
  }

  private var type: DoctorReport.Item {
    let label = Text(en: "type (TERM)", ja: "種類 (TERM)")
    let values: Values = ["type": probe.type ?? ""]
    if let problem = probe.problem, probe.isUTF8 {
      return DoctorReport.Item(.unclear, "type", label, problem.problem)
        .with(next: problem.hint, values: values)
    }
    let words = probe.notice ?? Text(same: probe.type ?? "")
    return DoctorReport.Item(.ok, "type", label, words).with(values: values)
  }

  private var charset: DoctorReport.Item {
    let label = Text(en: "characters", ja: "文字コード")
    let values: Values = ["charset": probe.charset ?? ""]
    if let problem = probe.problem, !probe.isUTF8 {
      return DoctorReport.Item(.unclear, "charset", label, problem.problem)
        .with(next: problem.hint, values: values)
    }
    return DoctorReport.Item(.ok, "charset", label, Text(same: "UTF-8")).with(values: values)
  }

  private var columns: DoctorReport.Item {
    let label = Text(en: "columns", ja: "桁数")
    let none = Text(en: "the output is no terminal", ja: "出力先は端末ではありません")
    guard console.isOutputTerminal else { return .init(.neutral, "columns", label, none) }
    return DoctorReport.Item(.ok, "columns", label, Text(same: "\(console.width)"))
      .with(values: ["columns": "\(console.width)"])
  }

  private var colors: DoctorReport.Item {
    let label = Text(en: "colours", ja: "色数")
    return DoctorReport.Item(.ok, "colors", label, Text(same: "\(probe.colors)"))
      .with(values: ["colors": "\(probe.colors)"])
  }

  /// U+2026 stands for all characters that some fonts draw in two cells.
  private var width: DoctorReport.Item {
    let cells = probe.ambiguousWidth
    let label = Text(en: "width of U+2026", ja: "U+2026 の幅")
    let words = Text(en: "\(cells) (as the locale says)", ja: "\(cells) (ロケールによる)")
    return DoctorReport.Item(.ok, "ambiguousWidth", label, words)
      .with(values: ["ambiguousWidth": "\(cells)"])
  }

  private var escapeDelay: DoctorReport.Item {
    let label = Text(en: "wait after Esc", ja: "Esc の待ち時間")
    return DoctorReport.Item(
      .ok,
      "escapeDelay",
      label,
      Text(same: "\(probe.escapeMilliseconds) ms")
    )
    .with(values: ["milliseconds": "\(probe.escapeMilliseconds)"])
  }
}
