import Domain
import TerminalUI

/// The text of the help: a line for each entry, and what the tags mean.
struct HelpText {
  /// A line that Enter runs, by its place in the screen's list.
  enum Stop: Hashable, Sendable {
    case here(Int)
    case everywhere(Int)
  }

  typealias Line = LongText<Stop>.Line

  private(set) var lines: [Line] = []
  private let language: Language
  private let width: Int
  private let query: String
  private let none: Text

  init(_ screen: HelpScreen, _ language: Language, width: Int) {
    self.language = language
    self.width = width
    query = screen.filter.words
    none = screen.naming(
      Text(en: "No key does that. <Esc> shows all.", ja: "一致する操作はありません。<Esc> で解除します。")
    )
    let here = screen.here.indices.map { (Stop.here($0), screen.here[$0]) }
    let everywhere = screen.everywhere.indices.map { (Stop.everywhere($0), screen.everywhere[$0]) }
    guard query.isEmpty else {
      addFound(here + everywhere)
      return
    }
    add(Text(en: "On this screen", ja: "この画面"), here.filter { $0.1.refusal == nil })
    add(Text(en: "Not now", ja: "いまは使えないキー"), here.filter { $0.1.refusal != nil })
    add(Text(en: "Everywhere", ja: "どの画面でも"), everywhere)
    addLegend()
    lines.removeFirst()
  }

  private typealias Place = (stop: Stop, entry: Entry)

  private mutating func add(_ title: Text, _ places: [Place]) {
    guard !places.isEmpty else { return }
    lines += [Line(""), Line(StyledLine(title[language], .heading))]
    for (stop, entry) in places { lines += text(of: entry).map { Line($0, stop: stop) } }
  }

  /// What has the very key comes first, then what has the words.
  private mutating func addFound(_ places: [Place]) {
    let byKey = places.filter { $0.entry.hasKey(query) }
    let words = FilterQuery(query)
    let byWord = places.filter { place in
      !byKey.contains { $0.stop == place.stop }
        && words.matches(place.entry.searchWords)
    }
    guard !(byKey + byWord).isEmpty else {
      return lines.append(Line(StyledLine(none[language])))
    }
    for (stop, entry) in byKey + byWord {
      lines += text(of: entry).map { Line($0, stop: stop) }
    }
  }

  private static let keyWidth = 16
  private static let nameWidth = 24

  /// Its keys, what they do and how the command line calls it; below why it cannot be done now.
  private func text(of entry: Entry) -> [StyledLine] {
    let keys = entry.labels(in: language)
    let head =
      " " + (keys.displayWidth < Self.keyWidth ? keys.padded(toWidth: Self.keyWidth) : keys + "  ")
    let words = entry.words[language]
    var pieces: [StyledLine.Piece] = [.init(head), .init(words)]
    let gap = width - Self.nameWidth - (head + words).displayWidth
    if gap > 0 {
      pieces.append(.init(String(repeating: " ", count: gap)))
      pieces.append(.init(":" + entry.name, .dimmed))
    }
    let indent = String(repeating: " ", count: 3)
    let reason = (entry.refusal?[language] ?? "").wrapped(toWidth: width - 4)
    return [StyledLine(pieces)]
      + (entry.refusal == nil ? [] : reason.map { StyledLine(indent + $0, .dimmed) })
  }

  /// Tags with their words, as many on a line as fit.
  private mutating func addLegend() {
    lines += [Line(""), Line(StyledLine(Text(en: "Signs", ja: "記号")[language], .heading))]
    var line = StyledLine(" ")
    for (mark, words) in legend {
      let item: [StyledLine.Piece] = [.init(mark.tag, mark.style), .init(" \(words)  ")]
      if line.displayWidth + StyledLine(item).displayWidth > width {
        lines.append(Line(line))
        line = StyledLine(" ")
      }
      line.pieces += item
    }
    let rule = Text(en: " A ! in the sign asks somebody to act.", ja: " ! のある行は対応が必要です。")
    lines += [Line(line), Line(StyledLine(rule[language]))]
  }

  private var legend: [(mark: Mark, words: String)] {
    Mark.all.reduce(into: []) { legend, mark in
      let words = mark.words[language]
      if let index = legend.firstIndex(where: { $0.mark.tag == mark.tag }) {
        legend[index].words += "/" + words
      } else {
        legend.append((mark, words))
      }
    }
  }
}

extension Entry {
  /// What a filter looks at.
  fileprivate var searchWords: String {
    (searchNames + [labels(in: .english), labels(in: .japanese)]).joined(separator: " ")
  }
}
