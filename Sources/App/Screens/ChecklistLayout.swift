/// Where things stand on the checklist, by the size of the terminal.
///
/// As the width falls the kind goes first, then the age, then the count. As the height falls the
/// criterion goes first and the sections' heads next; when even the rows do not fit, the list
/// scrolls with its heads.
struct ChecklistLayout: Equatable {
  static let previewWidth = 100
  private static let listWidthBesidePreview = 66

  /// What becomes of the preview where there is room for one.
  enum Preview: String, Codable, Sendable {
    case beside, whole, hidden

    var next: Self {
      switch self {
      case .beside: .whole
      case .whole: .hidden
      case .hidden: .beside
      }
    }
  }

  let width: Int
  let height: Int
  private let preview: Preview

  init(width: Int, height: Int, preview: Preview = .beside) {
    self.width = width
    self.height = height
    self.preview = preview
  }

  init(_ surroundings: Surroundings, _ preview: Preview) {
    self.init(width: surroundings.width, height: surroundings.height, preview: preview)
  }

  var hasRoom: Bool { width >= Self.previewWidth && height >= 24 }
  var hasPreview: Bool { hasRoom && preview != .hidden }
  /// The preview has the list's place too.
  var isZoomed: Bool { hasRoom && preview == .whole }
  var listWidth: Int { hasPreview ? Self.listWidthBesidePreview : width }
  var previewColumns: Range<Int> { (isZoomed ? 1 : listWidth + 1)..<width - 1 }

  // MARK: Rows

  var showsHeads: Bool { height >= 23 || height < 20 }
  private var scrolls: Bool { height < 20 }
  /// Two lines for what runs and what the row is about, where there is room for both.
  private var showsDetail: Bool { height >= 24 || scrolls }

  var tableHeadRow: Int? { hasPreview ? 1 : nil }
  var list: Range<Int> { (hasPreview ? 2 : 1)..<height - (showsDetail ? 3 : 2) }
  var runRow: Int { showsDetail ? height - 3 : height - 2 }
  /// The criterion; beside a preview, which shows that, what is to do; the place in a list that
  /// scrolls.
  var detailRow: Int? { showsDetail ? height - 2 : nil }
  var detail: Detail { scrolls ? .position : hasPreview ? .toDo : .criterion }

  enum Detail {
    case criterion, toDo, position
  }

  // MARK: Columns

  private var hasWideMargin: Bool { listWidth >= 75 }
  var titleColumn: Int { 13 }
  var kindColumn: Int? { hasWideMargin ? listWidth - 26 : nil }
  var whenEnd: Int? {
    if hasWideMargin { listWidth - 3 } else { listWidth >= 66 ? listWidth - 1 : nil }
  }
  var countEnd: Int? {
    if hasWideMargin {
      listWidth - 14
    } else if listWidth >= 66 {
      listWidth - 11
    } else {
      listWidth >= 48 ? listWidth - 5 : nil
    }
  }
  var titleEnd: Int { kindColumn.map { $0 - 1 } ?? countEnd.map { $0 - 7 } ?? listWidth - 1 }
}
