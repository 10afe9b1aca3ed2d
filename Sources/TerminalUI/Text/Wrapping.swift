extension String {
  /// This text as lines of at most `width` cells, without the spaces at their ends.
  package func wrapped(toWidth width: Int) -> [String] {
    StyledLine(self).wrapped(toWidth: width).map(\.text)
  }
}

extension StyledLine {
  /// This line as lines of at most `width` cells, without the spaces at their ends.
  ///
  /// Line breaks in the text end a line too.
  package func wrapped(toWidth width: Int) -> [StyledLine] {
    let breaker = LineBreaker(width: max(1, width))
    return paragraphs.flatMap { clusters in
      breaker.lines(of: clusters).map { StyledLine(clusters[$0]) }
    }
  }

  private var paragraphs: [[LineBreaker.Cluster]] {
    var paragraphs: [[LineBreaker.Cluster]] = [[]]
    for piece in pieces {
      let lines = piece.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        if index > 0 { paragraphs.append([]) }
        let clusters = LineBreaker.clusters(of: String(line), style: piece.style)
        paragraphs[paragraphs.count - 1] += clusters
      }
    }
    return paragraphs
  }

  private init(_ clusters: ArraySlice<LineBreaker.Cluster>) {
    var pieces: [Piece] = []
    let end = clusters.lastIndex { !$0.isSpace }.map { $0 + 1 } ?? clusters.startIndex
    for cluster in clusters[..<end] {
      if pieces.last?.style == cluster.style {
        pieces[pieces.count - 1].text += cluster.text
      } else {
        pieces.append(Piece(cluster.text, cluster.style))
      }
    }
    self.init(pieces)
  }
}
