import Domain
import Reports
import TerminalUI

/// What `ascheck doctor` prints for people.
struct DoctorText {
  private let report: DoctorReport
  private let page: Page

  init(_ report: DoctorReport, on page: Page) {
    self.report = report
    self.page = page
  }

  var text: String {
    let sections = report.sections.filter { !$0.items.isEmpty }.map(lines(of:))
    return (sections + [[report.ability.words[page.language]]])
      .map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func lines(of section: DoctorReport.Section) -> [String] {
    let labels = section.items.map { words($0.label).displayWidth }
    let width = min(labels.max() ?? 0, page.width * 3 / 5)
    var lines = [colored(words(section.title), "1")]
    for (index, item) in section.items.enumerated() {
      lines += self.lines(of: item, labelWidth: width)
      // What several ask for is said once, after the last of them.
      guard let next = item.next else { continue }
      let isLast = !section.items[(index + 1)...].contains { $0.next == next }
      if isLast { lines += advice(next) }
    }
    return lines
  }

  private func lines(of item: DoctorReport.Item, labelWidth: Int) -> [String] {
    let start = "  " + words(item.label).padded(toWidth: labelWidth) + "  "
    let margin = start.displayWidth + item.standing.tag.count
    let parts = words(item.words).wrapped(toWidth: max(20, page.width - margin))
    let tag = colored(item.standing.tag, item.standing.color)
    return parts.enumerated().map { index, part in
      index == 0 ? tag + start + part : String(repeating: " ", count: margin) + part
    }
  }

  private func advice(_ next: Text) -> [String] {
    let label = Text(en: "next: ", ja: "対処: ")[page.language]
    let margin = String(repeating: " ", count: 6)
    let hanging = String(repeating: " ", count: label.displayWidth)
    let width = max(20, page.width - margin.count - hanging.count)
    return words(next).wrapped(toWidth: width).enumerated().map { index, part in
      margin + (index == 0 ? label : hanging) + part
    }
  }

  /// Much of it comes from outside: files, variables, AWS's messages.
  private func words(_ text: Text) -> String {
    page.typography.sanitized(text[page.language])
  }

  private func colored(_ text: String, _ parameters: String?) -> String {
    guard page.isColored, let parameters else { return text }
    return "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
  }
}

extension DoctorReport.Standing {
  fileprivate var tag: String {
    switch self {
    case .ok: "[OK]"
    case .problem: "[!!]"
    case .unclear: "[!?]"
    case .neutral: "[--]"
    }
  }

  fileprivate var color: String? {
    switch self {
    case .ok: "32"
    case .problem: "1;31"
    case .unclear: "1;35"
    case .neutral: nil
    }
  }
}
