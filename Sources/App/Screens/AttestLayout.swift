/// Where the facts and the fields of the form stand: with air between them where there is room.
///
/// The facts stand beside the form where the terminal is wide, and above it where it is not.
struct AttestLayout {
  /// From here on the facts have a column of their own.
  private static let sideBySide = 100
  /// Verdict, head of the note, link, reviewer, date and expiry.
  private static let fields = 6
  private static let gaps = 6

  let verdict, noteHead, link, reviewer, date, expiry, last: Int
  let note: Range<Int>
  let facts: Range<Int>
  let factColumns: Range<Int>
  let formWidth: Int

  /// `factCount` lines of facts are to be shown.
  init(width: Int, height: Int, factCount: Int) {
    formWidth = Self.formWidth(of: width)
    let usable = height - 3
    let lastHeight = height >= 20 ? 3 : 1
    let leastNote = height >= 20 ? 3 : 2
    let room = usable - Self.fields - lastHeight - leastNote
    let isBeside = formWidth < width
    let above = isBeside ? 0 : max(0, min(factCount, room - 1))
    facts = 1..<1 + (isBeside ? usable : above)
    factColumns = isBeside ? formWidth + 1..<width - 1 : 1..<width - 1
    let free = room - (above > 0 ? above + 1 : 0)
    let gap = free >= Self.gaps ? 1 : 0
    let noteHeight = min(10, max(2, leastNote + free - gap * Self.gaps))
    verdict = 1 + (above > 0 ? above + 1 : gap)
    noteHead = verdict + 1 + gap
    note = noteHead + 1..<noteHead + 1 + noteHeight
    link = note.upperBound + gap
    reviewer = link + 1 + gap
    date = reviewer + 1
    expiry = date + 1 + gap
    last = expiry + 1 + gap
  }

  static func formWidth(of width: Int) -> Int {
    width >= sideBySide ? width - max(40, width / 3 + 4) : width
  }
}
