import ArgumentParser
import Domain
import TerminalUI

/// A help screen in Japanese.
///
/// The parser has its own words in English and breaks lines at spaces, by characters (HelpGenerator
/// of swift-argument-parser). Here its words are replaced, and lines broken by cells.
struct JapaneseHelp {
  private static let overview = "OVERVIEW: "
  private static let usage = "使い方: "
  private static let textColumn = 26

  private let lines: [String]

  /// `nil` for what is no help screen: a version, a completion script, a failure.
  init?(_ error: any Error) {
    let text = Ascheck.fullMessage(for: error, columns: .max)
    guard text.hasPrefix(Self.overview) else { return nil }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.translated)
  }

  func text(width: Int) -> String {
    lines.flatMap { Self.broken($0, width: width) }.joined(separator: "\n")
  }

  private static func translated(_ line: Substring) -> String {
    if let heading = headings.first(where: { line.hasPrefix($0.english) }) {
      return heading.japanese + line.dropFirst(heading.english.count)
    }
    if let see = line.wholeMatch(of: /\ \ See '(.+)' for detailed help\./)?.output.1 {
      return "  各コマンドの説明: \(see)"
    }
    return String(line)
      .replacing(/Show the version\.$/, with: "バージョンを表示する")
      .replacing(/Show help information\.$/, with: "ヘルプを表示する")
      .replacing(/\(values: .+\)$/) { $0.output.replacing("(values: ", with: "(値: ") }
      .replacing(/[(\ ]default: .+\)$/) { $0.output.replacing("default: ", with: "既定: ") }
  }

  private static let headings: [(english: String, japanese: String)] = [
    (overview, "概要: "), ("USAGE: ", usage), ("ARGUMENTS:", "引数:"), ("OPTIONS:", "オプション:"),
    ("SUBCOMMANDS:", "コマンド:"),
  ]

  /// The usage stays on one line, to be copied; what stands beside a label stays beside it.
  private static func broken(_ line: String, width: Int) -> [String] {
    guard !line.hasPrefix(usage) else { return [line] }
    let label = String(line.prefix(textColumn))
    guard label.hasPrefix("  "), label.hasSuffix(" ") else { return line.wrapped(toWidth: width) }
    let texts = String(line.dropFirst(textColumn)).wrapped(toWidth: max(20, width - textColumn))
    let indent = String(repeating: " ", count: textColumn)
    return texts.enumerated().map { ($0.offset == 0 ? label : indent) + $0.element }
  }
}
