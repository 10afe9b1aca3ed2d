import Checks
import Domain
import TerminalUI

/// How a row or a finding stands, as people see it: four cells that say it without colour.
package struct Mark: Hashable, Sendable {
  package let tag: String
  package let words: Text

  package init(tag: String, words: Text) {
    self.tag = tag
    self.words = words
  }

  package init(_ standing: Standing) {
    self.init(tag: standing.tag, words: standing.words)
  }

  package init(_ finding: Finding) {
    switch finding.status {
    case .alert: self.init(.alert)
    case .unknown: self.init(.unknown)
    case .notApplicable: self.init(.attestedNotApplicable)
    case .pass: self.init(finding.isWarning ? .warning : .ok)
    }
  }

  /// The tag of a running row turns, and none of its shapes equals another tag.
  package static func running(frame: Int) -> Self {
    let tags = ["[//]", "[==]", "[\\\\]"]
    return Self(tag: tags[frame % tags.count], words: Text(en: "running", ja: "実行中"))
  }

  package static let queued = Self(tag: "[..]", words: Text(en: "queued", ja: "待機中"))

  /// Everything a tag may be, for the legend.
  package static let all = Standing.allCases.map(Self.init) + [.running(frame: 0), .queued]

  package var style: Style {
    switch tag {
    case "[OK]": Style(.good)
    case "[!!]": Style(.bad, bold: true)
    case "[!E]": Style(.bad)
    case "[!M]": Style(.caution, bold: true)
    case "[~M]", "[~W]": Style(.caution)
    case "[~C]": Style(.caution, bold: true)
    case "[!?]": Style(.doubtful, bold: true)
    case "[//]", "[==]", "[\\\\]": Style(.active)
    default: .dimmed
    }
  }
}
