/// Finds where lines may end, by cells.
///
/// Japanese breaks between any two wide characters, but never before a closing mark or a small
/// kana and never after an opening one. Words of narrow letters stay whole unless they are longer
/// than a line.
struct LineBreaker {
  /// A base character with its marks.
  struct Cluster: Equatable {
    var text: String
    var width: Int
    var style: Style = .plain

    var base: Unicode.Scalar { text.unicodeScalars.first ?? " " }
    var isSpace: Bool { text == " " }
  }

  let width: Int

  /// Lines as ranges that together cover all clusters; spaces at an end hang over the edge.
  func lines(of clusters: [Cluster]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var opportunity: Int?
    for (index, cluster) in clusters.enumerated() {
      if index > start, Self.mayBreak(between: clusters[index - 1], and: cluster) {
        opportunity = index
      }
      used += cluster.width
      while used > width, !cluster.isSpace, index > start {
        let end = opportunity ?? index
        lines.append(start..<end)
        start = end
        opportunity = nil
        used = clusters[start...index].reduce(0) { $0 + $1.width }
      }
    }
    return lines + [start..<clusters.count]
  }

  private static func mayBreak(between left: Cluster, and right: Cluster) -> Bool {
    if right.isSpace { return false }
    if left.isSpace { return true }
    if neverFirst.contains(right.base) || neverLast.contains(left.base) { return false }
    return left.width == 2 || right.width == 2
  }

  private static let neverFirst = Set(
    """
    、。，．・：；？！ー」』）］｝〉》】〕゛゜々ヽヾゝゞ〜～\
    ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}>%
    """.unicodeScalars
  )
  private static let neverLast = Set("「『（［｛〈《【〔([{<#".unicodeScalars)
}

extension LineBreaker {
  /// Cuts text that must stay as it is, such as an address, wherever a line is full.
  static func pieces(of text: String, width: Int) -> [String] {
    var pieces: [String] = []
    var rest = text
    while !rest.isEmpty {
      let piece = rest.prefix(width: max(2, width))
      guard !piece.isEmpty else { break }
      pieces.append(piece)
      rest.removeFirst(piece.count)
    }
    return pieces
  }

  /// Splits text into clusters; invisible characters are left out.
  static func clusters(of text: String, style: Style = .plain) -> [Cluster] {
    var clusters: [Cluster] = []
    for scalar in text.unicodeScalars {
      if scalar.displayWidth > 0 {
        let text = String(Character(scalar))
        clusters.append(Cluster(text: text, width: scalar.displayWidth, style: style))
      } else if scalar.isCombiningMark, let last = clusters.indices.last {
        clusters[last].text.unicodeScalars.append(scalar)
      }
    }
    return clusters
  }
}
